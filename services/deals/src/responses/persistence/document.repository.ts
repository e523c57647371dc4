import { execute, select, type Context, type Database, type TransactionContext } from '@duijie/service-kit';

/** Facts of a file; its hash counts without the key. */
export interface DocumentFacts {
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  /** Of the file's bytes as they were sent. */
  readonly sha256: string;
  readonly salt: string;
}
export interface KeptFacts extends DocumentFacts {
  /** Key of the kept bytes, base64url. */
  readonly key: string;
}
export interface ResponseDocumentRecord {
  readonly id: string;
  readonly responseId: string;
  readonly version: number;
  readonly keptAs: string;
  /** Over its facts, as receipts count it. */
  readonly sha256: string;
  /** Null while it is sealed. */
  readonly facts: KeptFacts | null;
  readonly addedAt: Date;
}
interface DocumentRow {
  readonly id: string;
  readonly response_id: string;
  readonly version: number;
  readonly kept_as: string;
  readonly sha256: string;
  readonly facts: string | null;
  readonly added_at: Date;
}

/** Documents of responses that were not removed. Sealed facts go in and do not come out: see the unsealing. */
export interface DocumentRepository {
  /** In the order of their ids. */
  of(ctx: Context, responseIds: readonly string[]): Promise<readonly ResponseDocumentRecord[]>;
  add(
    ctx: TransactionContext,
    document: ResponseDocumentRecord,
    sealed: { readonly sealedContent: string; readonly wrappedKey: string } | null,
  ): Promise<void>;
  remove(ctx: TransactionContext, documentId: string, at: Date): Promise<void>;
  /** Writes facts that were unsealed. @param facts JSON */
  disclose(ctx: TransactionContext, documentId: string, facts: string): Promise<void>;
}

export const createDocumentRepository = (database: Database): DocumentRepository => ({
  async of(ctx, responseIds) {
    if (responseIds.length === 0) return [];
    const rows = await select<DocumentRow>(
      database,
      `SELECT id, response_id, version, kept_as, sha256, facts, added_at FROM response_document
       WHERE response_id IN (?) AND removed_at IS NULL ORDER BY response_id, id`,
      [responseIds],
      ctx,
    );
    return rows.map((row) => ({
      id: row.id,
      responseId: row.response_id,
      version: row.version,
      keptAs: row.kept_as,
      sha256: row.sha256,
      facts: row.facts === null ? null : (JSON.parse(row.facts) as KeptFacts),
      addedAt: row.added_at,
    }));
  },
  async add(ctx, document, sealed) {
    await execute(
      database,
      `INSERT INTO response_document (id, response_id, version, kept_as, sha256, facts, sealed_facts, wrapped_key, added_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        document.id,
        document.responseId,
        document.version,
        document.keptAs,
        document.sha256,
        document.facts === null ? null : JSON.stringify(document.facts),
        sealed?.sealedContent ?? null,
        sealed?.wrappedKey ?? null,
        document.addedAt,
      ],
      ctx,
    );
  },
  async remove(ctx, documentId, at) {
    await execute(database, 'UPDATE response_document SET removed_at = ? WHERE id = ?', [at, documentId], ctx);
  },
  async disclose(ctx, documentId, facts) {
    await execute(database, 'UPDATE response_document SET facts = ? WHERE id = ?', [facts, documentId], ctx);
  },
});
