import { NotFound, requireReach, requireVersion, type Context, type TransactionContext } from '@duijie/service-kit';
import type { RoundRow } from './round';
import type { RoundDeps } from './round-deps';
import { nextRoundState, type RoundTransition } from './round-lifecycle';

const reached = (ctx: Context, row: RoundRow | null): RoundRow => {
  if (!row) throw new NotFound();
  requireReach(ctx, { organisationId: row.organisationId, visible: false });
  return row;
};

/** @throws NotFound for everybody but the association whose round it is */
export const seeRound = async (ctx: Context, { rounds }: Pick<RoundDeps, 'rounds'>, id: string): Promise<RoundRow> =>
  reached(ctx, await rounds.find(ctx, id));

/** A round before something is done to it, not locked: for slow work before the transaction. */
export async function aboutToRound(
  ctx: Context,
  deps: Pick<RoundDeps, 'rounds'>,
  { id, ifMatch }: { readonly id: string; readonly ifMatch: number },
  transition: RoundTransition,
): Promise<RoundRow> {
  const row = await seeRound(ctx, deps, id);
  requireVersion(ifMatch, row.version);
  nextRoundState(row.state, transition);
  return row;
}

/** Locks a round to do something to it. @returns the row as it is before, but for version, state and moment */
export async function lockRound(
  ctx: TransactionContext,
  { rounds, clock }: Pick<RoundDeps, 'rounds' | 'clock'>,
  { id, ifMatch }: { readonly id: string; readonly ifMatch: number },
  transition: RoundTransition,
): Promise<{ readonly before: RoundRow; readonly next: RoundRow }> {
  const before = reached(ctx, await rounds.lock(ctx, id));
  requireVersion(ifMatch, before.version);
  const state = nextRoundState(before.state, transition);
  return { before, next: { ...before, state, version: before.version + 1, updatedAt: clock.now() } };
}
