import type { TransactionContext } from '@duijie/service-kit';
import type { IdentityDeps } from '../identity-deps';
import { compoundStateOf } from './http/compound.presenter';
import type { CompoundEntity } from './persistence/compound.entity';
import { createCompoundsRepository, type TouchedCommunity } from './persistence/compounds.repository';

/** Writes a compound with its communities and publishes its public facts. */
export function saveCompound({ database, outbox, clock }: Pick<IdentityDeps, 'database' | 'outbox' | 'clock'>) {
  const compounds = createCompoundsRepository(database);
  const publish = (
    ctx: TransactionContext,
    compound: CompoundEntity,
    communities: readonly TouchedCommunity[],
  ): Promise<void> =>
    outbox.append(ctx, {
      type: 'compound.changed.v1',
      aggregate: { type: 'compound', id: compound.id },
      sequence: compound.version,
      data: compoundStateOf(
        compound,
        communities.map((c) => c.community),
      ),
    });
  return {
    async add(
      ctx: TransactionContext,
      compound: CompoundEntity,
      communities: readonly TouchedCommunity[],
    ): Promise<void> {
      await compounds.insert(ctx, compound);
      await compounds.setCommunities(ctx, compound, communities);
      await publish(ctx, compound, communities);
    },
    /** @returns it with its next version */
    async change(
      ctx: TransactionContext,
      compound: CompoundEntity,
      part: Partial<CompoundEntity>,
      communities: readonly TouchedCommunity[],
    ): Promise<CompoundEntity> {
      const next = { ...compound, ...part, version: compound.version + 1, updatedAt: clock.now() };
      await compounds.update(ctx, next);
      await compounds.setCommunities(ctx, next, next.live === null ? [] : communities);
      await publish(ctx, next, communities);
      return next;
    },
  };
}
