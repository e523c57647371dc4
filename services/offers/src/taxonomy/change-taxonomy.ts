import type { TaxonomyView } from '@duijie/contracts';
import { requireVersion, type Context } from '@duijie/service-kit';
import type { TaxonomyDeps } from './load-taxonomy';
import { presentTaxonomy, taxonomyStateOf, type Taxonomy } from './taxonomy';

/** What a change is, for the audit log. */
export interface TaxonomyChange {
  readonly action: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** @returns the taxonomy after the change @throws Refusal when a rule forbids it */
  readonly apply: (taxonomy: Taxonomy) => Taxonomy;
}

/** Changes the taxonomy as a whole: one version on, published to everybody who holds it. */
export const changeTaxonomy =
  ({ database, taxonomies, outbox, audit, clock }: TaxonomyDeps) =>
  (ctx: Context, ifMatch: number, change: TaxonomyChange): Promise<TaxonomyView> =>
    database.run(ctx, async (inner) => {
      const before = await taxonomies.lock(inner);
      requireVersion(ifMatch, before.version);
      const after = { ...change.apply(before), version: before.version + 1, updatedAt: clock.now() };
      await taxonomies.save(inner, after);
      await audit.record(inner, {
        action: change.action,
        aggregate: { type: 'taxonomy', id: 'city' },
        data: change.data,
      });
      await outbox.append(inner, {
        type: 'taxonomy.changed.v1',
        aggregate: { type: 'taxonomy', id: 'city' },
        sequence: after.version,
        data: taxonomyStateOf(after),
      });
      return presentTaxonomy(after);
    });
