import type { Actor, RoundOfferState } from '@duijie/contracts';
import { execute, select, type Context, type Database, type TransactionContext, type Words } from '@duijie/service-kit';
import type { Pair } from '../round';

/** What a published round offers, or what fell out of it. */
export interface RoundOffer extends Pair {
  readonly providerId: string;
  readonly score: number;
  readonly pinned: boolean;
  readonly state: RoundOfferState;
  readonly words: Words | null;
}
export interface Publication {
  readonly roundId: string;
  readonly version: number;
  readonly snapshot: string;
  readonly actor: Actor;
  readonly traceparent: string;
  readonly at: Date;
}

const rowsAtOnce = 1000;
interface Raw extends Pair {
  readonly providerId: string;
  readonly score: number;
  readonly pinned: number;
  readonly state: RoundOfferState;
  readonly words: string | null;
}
const columns = 'need_id AS needId, package_id AS packageId, provider_id AS providerId, score, pinned, state, words';
const offerOf = (raw: Raw): RoundOffer => ({
  ...raw,
  pinned: raw.pinned === 1,
  words: raw.words === null ? null : (JSON.parse(raw.words) as Words),
});

/** Publications of rounds, and what becomes of their offers. */
export interface RoundOffersRepository {
  /** @throws the driver's duplicate key where the round is published already */
  publish(ctx: TransactionContext, publication: Publication, offers: readonly RoundOffer[]): Promise<void>;
  publication(ctx: Context, roundId: string): Promise<Pick<Publication, 'actor' | 'traceparent'> | null>;
  counts(
    ctx: Context,
    roundId: string,
  ): Promise<readonly { readonly state: RoundOfferState; readonly count: number }[]>;
  ofNeeds(ctx: Context, roundId: string, needIds: readonly string[]): Promise<readonly RoundOffer[]>;
  /** Needs of a round of which a pair fell out, was refused, or waits for a decision. */
  needsNotServed(ctx: Context, roundId: string): Promise<ReadonlySet<string>>;
  /** Needs whose offers the desk was not told of yet. */
  waiting(most: number): Promise<readonly { readonly roundId: string; readonly needId: string }[]>;
  /** Locks what still waits of a need. */
  lockWaiting(ctx: TransactionContext, roundId: string, needId: string): Promise<readonly RoundOffer[]>;
  told(ctx: TransactionContext, roundId: string, needId: string): Promise<void>;
  /** Notes what the desk made of an offer; once. */
  taken(
    ctx: TransactionContext,
    roundId: string,
    pair: Pair,
    state: RoundOfferState,
    words: Words | null,
  ): Promise<void>;
}

export const createRoundOffersRepository = (database: Database): RoundOffersRepository => ({
  async publish(ctx, { roundId, version, snapshot, actor, traceparent, at }, offers) {
    await execute(
      database,
      `INSERT INTO round_publication (round_id, round_state, round_version, snapshot, actor, traceparent, published_at)
       VALUES (?, 'published', ?, ?, ?, ?, ?)`,
      [roundId, version, snapshot, JSON.stringify(actor), traceparent, at],
      ctx,
    );
    const rows = offers.map((one) => [
      roundId,
      one.needId,
      one.packageId,
      one.providerId,
      one.score,
      one.pinned ? 1 : 0,
      one.state,
      one.words === null ? null : JSON.stringify(one.words),
      at,
    ]);
    for (let from = 0; from < rows.length; from += rowsAtOnce)
      await execute(
        database,
        `INSERT INTO round_offer (round_id, need_id, package_id, provider_id, score, pinned, state, words, offered_at) VALUES ?`,
        [rows.slice(from, from + rowsAtOnce)],
        ctx,
      );
  },
  async publication(ctx, roundId) {
    const [row] = await select<{ actor: string; traceparent: string }>(
      database,
      'SELECT actor, traceparent FROM round_publication WHERE round_id = ?',
      [roundId],
      ctx,
    );
    return row ? { actor: JSON.parse(row.actor) as Actor, traceparent: row.traceparent } : null;
  },
  async counts(ctx, roundId) {
    const rows = await select<{ state: RoundOfferState; n: string }>(
      database,
      'SELECT state, COUNT(*) AS n FROM round_offer WHERE round_id = ? GROUP BY state ORDER BY state',
      [roundId],
      ctx,
    );
    return rows.map(({ state, n }) => ({ state, count: Number(n) }));
  },
  async ofNeeds(ctx, roundId, needIds) {
    if (needIds.length === 0) return [];
    const rows = await select<Raw>(
      database,
      `SELECT ${columns} FROM round_offer WHERE round_id = ? AND need_id IN (?)`,
      [roundId, needIds],
      ctx,
    );
    return rows.map(offerOf);
  },
  async needsNotServed(ctx, roundId) {
    const rows = await select<{ id: string }>(
      database,
      `SELECT DISTINCT need_id AS id FROM round_offer WHERE round_id = ? AND state IN ('fallen', 'refused', 'asked')`,
      [roundId],
      ctx,
    );
    return new Set(rows.map(({ id }) => id));
  },
  waiting: (most) =>
    select<{ roundId: string; needId: string }>(
      database,
      `SELECT DISTINCT round_id AS roundId, need_id AS needId FROM round_offer WHERE state = 'waiting'
       ORDER BY round_id, need_id LIMIT ?`,
      [most],
    ),
  async lockWaiting(ctx, roundId, needId) {
    const rows = await select<Raw>(
      database,
      `SELECT ${columns} FROM round_offer WHERE round_id = ? AND need_id = ? AND state = 'waiting'
       ORDER BY score DESC, package_id FOR UPDATE`,
      [roundId, needId],
      ctx,
    );
    return rows.map(offerOf);
  },
  async told(ctx, roundId, needId) {
    await execute(
      database,
      `UPDATE round_offer SET state = 'told' WHERE round_id = ? AND need_id = ? AND state = 'waiting'`,
      [roundId, needId],
      ctx,
    );
  },
  async taken(ctx, roundId, { needId, packageId }, state, words) {
    await execute(
      database,
      `UPDATE round_offer SET state = ?, words = ? WHERE round_id = ? AND need_id = ? AND package_id = ? AND state = 'told'`,
      [state, words === null ? null : JSON.stringify(words), roundId, needId, packageId],
      ctx,
    );
  },
});
