import { serviceContext, type Audit, type Database, type Outbox } from '@duijie/service-kit';
import type { Clock } from '@duijie/domain-kit';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { TaxonomyRepository } from './persistence/taxonomy.repository';
import { taxonomyStateOf, tidySynonyms, type Taxonomy } from './taxonomy';

/** Shape of data/taxonomy.json, as far as it is used. */
const file = z.object({
  coreServices: z.array(
    z.discriminatedUnion('status', [
      z.object({ status: z.literal('known'), leaf: z.string(), zh: z.string() }),
      z.object({ status: z.literal('to_be_entered') }),
    ]),
  ),
  groups: z.array(
    z.object({
      code: z.string(),
      zh: z.string(),
      en: z.string(),
      leaves: z.array(
        z.object({ code: z.string(), zh: z.string(), en: z.string(), synonyms: z.array(z.string()).default([]) }),
      ),
    }),
  ),
});

export interface TaxonomyDeps {
  readonly database: Database;
  readonly taxonomies: TaxonomyRepository;
  readonly outbox: Outbox;
  readonly audit: Audit;
  readonly clock: Clock;
}

/** Takes the shipped taxonomy in at the first start and publishes it; later starts leave the edited one alone. */
export const loadTaxonomy =
  ({ database, taxonomies, outbox, audit, clock }: TaxonomyDeps, dataDir: string) =>
  async (): Promise<void> => {
    const shipped = file.parse(JSON.parse(await readFile(join(dataDir, 'taxonomy.json'), 'utf8')));
    const taxonomy: Taxonomy = {
      version: 1,
      updatedAt: clock.now(),
      groups: shipped.groups.map((group) => ({
        ...group,
        leaves: group.leaves.map((leaf) => ({ ...leaf, synonyms: tidySynonyms(leaf), retired: false })),
      })),
      coreServices: shipped.coreServices.map((core) =>
        core.status === 'known'
          ? { state: 'entered' as const, leaf: core.leaf, zh: core.zh }
          : { state: 'to_be_entered' as const },
      ),
    };
    await database.run(serviceContext('offers'), async (ctx) => {
      if (!(await taxonomies.insert(ctx, taxonomy))) return;
      await outbox.append(ctx, {
        type: 'taxonomy.changed.v1',
        aggregate: { type: 'taxonomy', id: 'city' },
        sequence: 1,
        data: taxonomyStateOf(taxonomy),
      });
      await audit.record(ctx, { action: 'taxonomy.loaded', aggregate: { type: 'taxonomy', id: 'city' } });
    });
  };
