import {
  Conflict,
  execute,
  isDuplicateKey,
  select,
  type Context,
  type Database,
  type TransactionContext,
} from '@duijie/service-kit';
import { isInTheRunning, isLive, type LotResponse, type Party } from '../response';
import { responseColumns, responseOf, type PartyRow, type ResponseRow } from './response-row';

/** What is offered, as only its data key can read it, and that key, wrapped. */
export interface SealedContent {
  readonly sealedContent: string;
  readonly wrappedKey: string;
}

/** Responses with their parties. Sealed content goes in here and does not come out: see the unsealing. */
export interface ResponseRepository {
  find(ctx: Context, id: string): Promise<LotResponse | null>;
  /** Locks the row until the transaction ends; its lot must be locked before. */
  lock(ctx: TransactionContext, id: string): Promise<LotResponse | null>;
  /** Locks all responses of a lot's attempt, in the order of their ids. */
  lockOfLot(ctx: TransactionContext, lotId: string, attempt: number): Promise<readonly LotResponse[]>;
  /** All of an attempt in the order of their ids. */
  ofLot(ctx: Context, lotId: string, attempt: number): Promise<readonly LotResponse[]>;
  /** Those of the ids that exist, in the order of the ids. */
  some(ctx: Context, ids: readonly string[]): Promise<readonly LotResponse[]>;
  insert(ctx: TransactionContext, response: LotResponse, sealed?: SealedContent): Promise<void>;
  /** @param before as it was locked @throws Error when the row has moved on, which its lock rules out */
  update(ctx: TransactionContext, before: LotResponse, after: LotResponse, sealed?: SealedContent): Promise<void>;
  /**
   * Those of the lots to which one of the organisations leads or has joined a response, of any attempt and also one that is
   * over: there it is a rival, whatever else it is.
   */
  competed(ctx: Context, lotIds: readonly string[], organisationIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Whether others may know by now of a response to the lot, of any attempt, that these organisations take no part in. */
  disclosedBeside(ctx: Context, lotId: string, organisationIds: readonly string[]): Promise<boolean>;
}

const already = () =>
  new Conflict('response.already', {
    zh: '该机构已单独或在联合体中参加，一家机构只能参加一份',
    en: 'The organisation takes part in another response to this lot, alone or in a consortium; one is allowed',
  });

const waitsOf = (response: LotResponse): number | null =>
  response.conflict === 'flagged' && response.disclosed && isInTheRunning(response) ? 1 : null;

export function createResponseRepository(database: Database): ResponseRepository {
  async function some(ctx: Context, where: string, values: readonly unknown[]): Promise<LotResponse[]> {
    const rows = await select<ResponseRow>(database, `SELECT * FROM response WHERE ${where}`, values, ctx);
    if (rows.length === 0) return [];
    const parties = await select<PartyRow>(
      database,
      `SELECT response_id, organisation_id, organisation_name, standing FROM response_party WHERE response_id IN (?)
       ORDER BY response_id, standing <> 'leader', organisation_id`,
      [rows.map(({ id }) => id)],
      ctx,
    );
    return rows.map((row) =>
      responseOf(
        row,
        parties.filter(({ response_id }) => response_id === row.id),
      ),
    );
  }

  async function putParties(ctx: TransactionContext, response: LotResponse): Promise<void> {
    const row = ({ organisationId, organisationName, standing }: Party): readonly unknown[] => [
      response.id,
      organisationId,
      organisationName,
      response.lotId,
      response.attempt,
      standing,
      response.state,
      isLive(response) && (standing === 'leader' || standing === 'confirmed') ? 1 : null,
    ];
    await execute(database, 'DELETE FROM response_party WHERE response_id = ?', [response.id], ctx);
    try {
      await execute(
        database,
        `INSERT INTO response_party (response_id, organisation_id, organisation_name, lot_id, attempt, standing, state, live)
         VALUES ?`,
        [response.parties.map(row)],
        ctx,
      );
    } catch (error) {
      if (isDuplicateKey(error)) throw already();
      throw error;
    }
  }

  return {
    find: async (ctx, id) => (await some(ctx, 'id = ?', [id]))[0] ?? null,
    lock: async (ctx, id) => (await some(ctx, 'id = ? FOR UPDATE', [id]))[0] ?? null,
    lockOfLot: (ctx, lotId, attempt) =>
      some(ctx, 'lot_id = ? AND attempt = ? ORDER BY id FOR UPDATE', [lotId, attempt]),
    ofLot: (ctx, lotId, attempt) => some(ctx, 'lot_id = ? AND attempt = ? ORDER BY id', [lotId, attempt]),
    some: async (ctx, ids) => {
      if (ids.length === 0) return [];
      const found = await some(ctx, 'id IN (?)', [ids]);
      return ids.flatMap((id) => found.find((each) => each.id === id) ?? []);
    },
    async insert(ctx, response, sealed) {
      const columns = responseColumns(response, waitsOf(response), sealed);
      await execute(
        database,
        `INSERT INTO response (${columns.map(([name]) => name).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
        columns.map(([, value]) => value),
        ctx,
      );
      await putParties(ctx, response);
    },
    async update(ctx, before, after, sealed) {
      const columns = responseColumns(after, waitsOf(after), sealed).slice(1);
      const touched = await execute(
        database,
        `UPDATE response SET ${columns.map(([name]) => `${name} = ?`).join(', ')} WHERE id = ? AND version = ?`,
        [...columns.map(([, value]) => value), after.id, before.version],
        ctx,
      );
      if (touched !== 1) throw new Error(`Response ${after.id} moved on under its lock`);
      await putParties(ctx, after);
    },
    async competed(ctx, lotIds, organisationIds) {
      if (lotIds.length === 0 || organisationIds.length === 0) return new Set();
      const rows = await select<{ lotId: string }>(
        database,
        `SELECT DISTINCT lot_id AS lotId FROM response_party WHERE organisation_id IN (?) AND lot_id IN (?)
         AND standing IN ('leader', 'confirmed')`,
        [organisationIds, [...new Set(lotIds)]],
        ctx,
      );
      return new Set(rows.map(({ lotId }) => lotId));
    },
    async disclosedBeside(ctx, lotId, organisationIds) {
      const rows = await select(
        database,
        `SELECT 1 FROM response r WHERE r.lot_id = ? AND r.disclosed = 1 AND NOT EXISTS (SELECT 1 FROM response_party p
           WHERE p.response_id = r.id AND p.organisation_id IN (?) AND p.standing IN ('leader', 'confirmed')) LIMIT 1`,
        [lotId, organisationIds],
        ctx,
      );
      return rows.length > 0;
    },
  };
}
