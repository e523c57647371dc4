import type { NeedState } from '@duijie/contracts';
import { newId, type Clock } from '@duijie/domain-kit';
import { execute, select, type Context, type Database, type TransactionContext } from '@duijie/service-kit';
import type { ListDifference, StoredPair, WantedPair } from '../list-difference';
import { takesResponses } from '../need-openness';
import type { ToldList } from '../told-list';

const columns =
  'id, need_id, package_id, provider_id, state, need_shown, score, place, points, need_sequence, package_sequence, weights_version, created_at, updated_at, version';

/** A stored pair as a row. */
export interface MatchRow extends StoredPair {
  readonly id: string;
  readonly needId: string;
  readonly providerId: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly version: number;
}
interface Raw {
  readonly id: string;
  readonly need_id: string;
  readonly package_id: string;
  readonly provider_id: string;
  readonly state: 'suggested' | 'dismissed';
  readonly score: number;
  readonly place: number;
  readonly points: string;
  readonly need_sequence: string;
  readonly package_sequence: string;
  readonly weights_version: string;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly version: number;
}
export const matchRowOf = (raw: Raw): MatchRow => ({
  id: raw.id,
  needId: raw.need_id,
  packageId: raw.package_id,
  providerId: raw.provider_id,
  state: raw.state,
  score: raw.score,
  place: raw.place,
  points: JSON.parse(raw.points) as MatchRow['points'],
  needSequence: Number(raw.need_sequence),
  packageSequence: Number(raw.package_sequence),
  weightsVersion: raw.weights_version,
  createdAt: raw.created_at,
  updatedAt: raw.updated_at,
  version: raw.version,
});
export type RawMatch = Raw;

/** A need that is locked to have its list written. */
export interface LockedNeed {
  readonly id: string;
  readonly sequence: number;
  readonly changeNo: number;
  readonly matchedEpoch: number;
  readonly shown: boolean;
  readonly listVersion: number;
  readonly told: ToldList | null;
}
export interface MatchRepository {
  /** Locks needs whose lists are kept up, in the order of their ids. */
  lockNeeds(ctx: TransactionContext, needIds: readonly string[]): Promise<readonly LockedNeed[]>;
  /** All pairs of these needs. */
  pairsOf(ctx: TransactionContext, needIds: readonly string[]): Promise<readonly MatchRow[]>;
  /** Dismissed pairs with the present sequences of both sides. */
  dismissals(needIds: readonly string[], ctx?: Context): Promise<readonly Dismissal[]>;
  write(
    ctx: TransactionContext,
    writes: readonly { readonly need: LockedNeed; readonly difference: ListDifference<MatchRow> }[],
  ): Promise<void>;
  /**
   * Those of these packages that have moved on in the feed beyond `epoch`. The others cannot until the transaction ends.
   */
  movedOn(ctx: TransactionContext, packageIds: readonly string[], epoch: number): Promise<ReadonlySet<string>>;
  markMatched(ctx: TransactionContext, needIds: readonly string[], epoch: number): Promise<void>;
  /** Notes what was told of locked needs' lists, at least one. */
  told(
    ctx: TransactionContext,
    lists: readonly { readonly needId: string; readonly version: number; readonly list: ToldList }[],
  ): Promise<void>;
  /** Those of these needs of which was told that nothing is suggested. */
  toldOfNone(needIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** The list is to be ranked anew; who asked for it leaves the job. */
  markDue(ctx: TransactionContext, needId: string): Promise<void>;
  /** Locks one pair. */
  lockPair(ctx: TransactionContext, needId: string, packageId: string): Promise<MatchRow | null>;
  decide(
    ctx: TransactionContext,
    row: MatchRow,
    state: 'suggested' | 'dismissed',
    sequences: { need: number; pkg: number },
  ): Promise<MatchRow>;
}
export interface Dismissal {
  readonly needId: string;
  readonly pair: StoredPair;
  readonly needSequence: number;
  readonly packageSequence: number;
}

export function createMatchRepository(database: Database, clock: Clock): MatchRepository {
  const values = (
    need: LockedNeed,
    id: string,
    pair: WantedPair,
    createdAt: Date,
    now: Date,
    version: number,
  ): readonly unknown[] => [
    id,
    need.id,
    pair.packageId,
    pair.providerId,
    pair.state,
    need.shown ? 1 : 0,
    pair.score,
    pair.place,
    JSON.stringify(pair.points),
    pair.needSequence,
    pair.packageSequence,
    pair.weightsVersion,
    createdAt,
    now,
    version,
  ];
  return {
    async lockNeeds(ctx, needIds) {
      const rows = await select<{
        id: string;
        sequence: string;
        change_no: string;
        matched_epoch: string;
        state: NeedState;
        list_version: number;
        told: string | null;
      }>(
        database,
        `SELECT id, sequence, change_no, matched_epoch, state, list_version, told FROM need_copy
         WHERE id IN (?) AND open = 1 ORDER BY id FOR UPDATE`,
        [needIds],
        ctx,
      );
      return rows.map((row) => ({
        id: row.id,
        sequence: Number(row.sequence),
        changeNo: Number(row.change_no),
        matchedEpoch: Number(row.matched_epoch),
        shown: takesResponses(row.state),
        listVersion: row.list_version,
        told: row.told === null ? null : (JSON.parse(row.told) as ToldList),
      }));
    },
    async pairsOf(ctx, needIds) {
      const rows = await select<Raw>(
        database,
        `SELECT ${columns} FROM need_match WHERE need_id IN (?)`,
        [needIds],
        ctx,
      );
      return rows.map(matchRowOf);
    },
    async dismissals(needIds, ctx) {
      const rows = await select<Raw & { need_now: string; package_now: string }>(
        database,
        `SELECT ${columns
          .split(', ')
          .map((name) => `m.${name}`)
          .join(', ')}, n.sequence AS need_now, COALESCE(p.content_sequence, 0) AS package_now
         FROM need_match m JOIN need_copy n ON n.id = m.need_id LEFT JOIN package_copy p ON p.id = m.package_id
         WHERE m.need_id IN (?) AND m.state = 'dismissed'`,
        [needIds],
        ctx,
      );
      return rows.map((row) => ({
        needId: row.need_id,
        pair: matchRowOf(row),
        needSequence: Number(row.need_now),
        packageSequence: Number(row.package_now),
      }));
    },
    async write(ctx, writes) {
      const now = clock.now();
      const removed = writes.flatMap(({ difference }) => difference.removed.map(({ id }) => id));
      if (removed.length > 0) await execute(database, 'DELETE FROM need_match WHERE id IN (?)', [removed], ctx);
      const rows = writes.flatMap(({ need, difference }) => [
        ...difference.added.map((pair) => values(need, newId(now.getTime()), pair, now, now, 1)),
        ...difference.changed.map(({ before, after, returned, renewed }) =>
          values(need, before.id, after, before.createdAt, now, before.version + (returned || renewed ? 1 : 0)),
        ),
      ]);
      if (rows.length === 0) return;
      const updates = columns
        .split(', ')
        .filter((name) => !['id', 'need_id', 'package_id', 'created_at'].includes(name))
        .map((name) => `${name} = VALUES(${name})`);
      await execute(
        database,
        `INSERT INTO need_match (${columns}) VALUES ? ON DUPLICATE KEY UPDATE ${updates.join(', ')}`,
        [rows],
        ctx,
      );
    },
    async movedOn(ctx, packageIds, epoch) {
      if (packageIds.length === 0) return new Set();
      const rows = await select<{ id: string; change_no: string }>(
        database,
        'SELECT id, change_no FROM package_copy WHERE id IN (?) ORDER BY id LOCK IN SHARE MODE',
        [packageIds],
        ctx,
      );
      return new Set(rows.filter((row) => Number(row.change_no) > epoch).map(({ id }) => id));
    },
    async markMatched(ctx, needIds, epoch) {
      if (needIds.length === 0) return;
      await execute(
        database,
        `UPDATE need_copy SET matched_sequence = sequence, matched_change_no = change_no, matched_epoch = ?, matched_at = ?,
           due_since = NULL WHERE id IN (?)`,
        [epoch, clock.now(), needIds],
        ctx,
      );
    },
    async told(ctx, lists) {
      const cases = lists.map(() => 'WHEN ? THEN ?').join(' ');
      await execute(
        database,
        `UPDATE need_copy SET list_version = CASE id ${cases} END, told = CASE id ${cases} END WHERE id IN (?)`,
        [
          ...lists.flatMap(({ needId, version }) => [needId, version]),
          ...lists.flatMap(({ needId, list }) => [needId, JSON.stringify(list)]),
          lists.map(({ needId }) => needId),
        ],
        ctx,
      );
    },
    async toldOfNone(needIds) {
      if (needIds.length === 0) return new Set();
      const rows = await select<{ id: string; told: string }>(
        database,
        'SELECT id, told FROM need_copy WHERE id IN (?) AND told IS NOT NULL',
        [needIds],
      );
      return new Set(rows.filter(({ told }) => (JSON.parse(told) as ToldList).suggested === 0).map(({ id }) => id));
    },
    async markDue(ctx, needId) {
      await execute(
        database,
        'UPDATE need_copy SET due_since = COALESCE(due_since, ?) WHERE id = ?',
        [clock.now(), needId],
        ctx,
      );
    },
    async lockPair(ctx, needId, packageId) {
      const [row] = await select<Raw>(
        database,
        `SELECT ${columns} FROM need_match WHERE need_id = ? AND package_id = ? FOR UPDATE`,
        [needId, packageId],
        ctx,
      );
      return row ? matchRowOf(row) : null;
    },
    async decide(ctx, row, state, sequences) {
      const next: MatchRow = {
        ...row,
        state,
        needSequence: sequences.need,
        packageSequence: sequences.pkg,
        updatedAt: clock.now(),
        version: row.version + 1,
      };
      await execute(
        database,
        'UPDATE need_match SET state = ?, need_sequence = ?, package_sequence = ?, updated_at = ?, version = ? WHERE id = ?',
        [next.state, next.needSequence, next.packageSequence, next.updatedAt, next.version, next.id],
        ctx,
      );
      if (state === 'dismissed')
        await execute(database, 'UPDATE need_copy SET dismissing = 1 WHERE id = ?', [row.needId], ctx);
      return next;
    },
  };
}
