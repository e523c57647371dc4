import type { Context } from '@duijie/service-kit';
import { mostFenOf } from '../decisions/most-fen';
import type { Agreement } from './agreement';
import type { AgreementDeps } from './agreement-deps';

/** The most that an agreement's price may be, in fen, and what says so. */
export interface PriceLimit {
  readonly fen: number;
  readonly by: 'award' | 'money';
}

/**
 * How much an agreement may cost. Until it is signed, what it was awarded for; a change that both sides agree to may go
 * beyond that. In any case no more than what other lots and terminated agreements leave of the need's money (own
 * contributions are not known here). What was signed may always stay as it is.
 * All lots of the need are locked.
 * @returns null where nothing bounds it
 */
export async function priceLimitOf(
  { awards, copies }: Pick<AgreementDeps, 'awards' | 'copies'>,
  ctx: Context,
  one: Pick<Agreement, 'needId' | 'lotId' | 'awardId' | 'state' | 'priceFen'>,
): Promise<PriceLimit | null> {
  const most = mostFenOf((await copies.need(ctx, one.needId))?.money ?? { kind: 'unknown' });
  const left = most === null ? null : Math.max(0, most - (await awards.elsewhereFen(ctx, one.needId, one.lotId)));
  if (one.state !== 'drafted') return left === null ? null : { fen: Math.max(left, one.priceFen ?? 0), by: 'money' };
  const awarded = (await awards.find(ctx, one.awardId))?.amountFen ?? null;
  if (awarded !== null && (left === null || awarded <= left)) return { fen: awarded, by: 'award' };
  return left === null ? null : { fen: left, by: 'money' };
}
