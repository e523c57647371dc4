import type { ResponseReceipt } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { execute, select, type Context, type Database, type TransactionContext } from '@duijie/service-kit';

interface ReceiptRow {
  readonly id: string;
  readonly response_id: string;
  readonly lot_id: string;
  readonly number: string;
  readonly submitted_at: Date;
  readonly content_version: number;
  readonly content_sha256: string;
  readonly document_sha256s: string;
  readonly sha256: string;
}
const receiptOf = (row: ReceiptRow): ResponseReceipt => ({
  responseId: row.response_id,
  lotId: row.lot_id,
  number: row.number,
  submittedAt: row.submitted_at.toISOString(),
  contentVersion: row.content_version,
  contentSha256: row.content_sha256,
  documentSha256s: JSON.parse(row.document_sha256s) as string[],
  sha256: row.sha256,
});

/** Receipts; they are only ever added. */
export interface ReceiptRepository {
  add(ctx: TransactionContext, receipt: ResponseReceipt): Promise<void>;
  /** The newest of each response, by response id. */
  latest(ctx: Context, responseIds: readonly string[]): Promise<ReadonlyMap<string, ResponseReceipt>>;
  /** Newest first, with their ids. @param before id of the last one seen */
  list(
    ctx: Context,
    responseId: string,
    before: string | undefined,
    limit: number,
  ): Promise<readonly { readonly id: string; readonly receipt: ResponseReceipt }[]>;
}

export const createReceiptRepository = (database: Database): ReceiptRepository => ({
  async add(ctx, receipt) {
    const at = new Date(receipt.submittedAt);
    await execute(
      database,
      `INSERT INTO response_receipt (id, response_id, lot_id, number, submitted_at, content_version, content_sha256,
       document_sha256s, sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        newId(at.getTime()),
        receipt.responseId,
        receipt.lotId,
        receipt.number,
        at,
        receipt.contentVersion,
        receipt.contentSha256,
        JSON.stringify(receipt.documentSha256s),
        receipt.sha256,
      ],
      ctx,
    );
  },
  async latest(ctx, responseIds) {
    if (responseIds.length === 0) return new Map();
    const rows = await select<ReceiptRow>(
      database,
      `SELECT r.* FROM response_receipt r JOIN (SELECT MAX(id) AS id FROM response_receipt WHERE response_id IN (?)
       GROUP BY response_id) newest ON newest.id = r.id`,
      [responseIds],
      ctx,
    );
    return new Map(rows.map((row) => [row.response_id, receiptOf(row)]));
  },
  async list(ctx, responseId, before, limit) {
    const rows = await select<ReceiptRow>(
      database,
      `SELECT * FROM response_receipt WHERE response_id = ? ${before === undefined ? '' : 'AND id < ?'}
       ORDER BY id DESC LIMIT ?`,
      [responseId, ...(before === undefined ? [] : [before]), limit],
      ctx,
    );
    return rows.map((row) => ({ id: row.id, receipt: receiptOf(row) }));
  },
});
