import { select, type Database, type TransactionContext } from '@duijie/service-kit';

interface SealedRow {
  readonly responseId: string;
  readonly version: number;
  readonly sealedContent: string;
  readonly wrappedKey: string;
}
interface SealedDocumentRow {
  readonly id: string;
  readonly responseId: string;
  readonly version: number;
  readonly sealedFacts: string;
  readonly wrappedKey: string;
}

/** Reads sealed content; for the unsealing only. */
export interface SealedRepository {
  /** Of the sealed responses of an attempt that are submitted and unopened. */
  submitted(
    ctx: TransactionContext,
    lotId: string,
    attempt: number,
  ): Promise<{ readonly contents: readonly SealedRow[]; readonly documents: readonly SealedDocumentRow[] }>;
}

export const createSealedRepository = (database: Database): SealedRepository => ({
  async submitted(ctx, lotId, attempt) {
    const contents = await select<SealedRow>(
      database,
      `SELECT id AS responseId, content_version AS version, sealed_content AS sealedContent, wrapped_key AS wrappedKey
       FROM response WHERE lot_id = ? AND attempt = ? AND state = 'submitted' AND sealed = 1 AND opened_at IS NULL
       ORDER BY id`,
      [lotId, attempt],
      ctx,
    );
    if (contents.length === 0) return { contents, documents: [] };
    const documents = await select<SealedDocumentRow>(
      database,
      `SELECT id, response_id AS responseId, version, sealed_facts AS sealedFacts, wrapped_key AS wrappedKey
       FROM response_document WHERE response_id IN (?) AND removed_at IS NULL AND sealed_facts IS NOT NULL ORDER BY id`,
      [contents.map(({ responseId }) => responseId)],
      ctx,
    );
    return { contents, documents };
  },
});
