import { execute, select, type Context, type Database, type TransactionContext } from '@duijie/service-kit';
import type { SearchContent } from '../document/search-content';

/** A document that is there to be found for the first time. */
export interface NewDocument {
  readonly number: number;
  readonly content: SearchContent;
}

export interface NewDocumentsRepository {
  take(ctx: Context, limit: number): Promise<NewDocument[]>;
  noteFound(ctx: TransactionContext, numbers: readonly number[], at: Date): Promise<void>;
}

export const createNewDocumentsRepository = (database: Database): NewDocumentsRepository => ({
  async take(ctx, limit) {
    const rows = await select<{ number: number; content: string }>(
      database,
      `SELECT number, content FROM search_document
       WHERE found_at IS NULL AND visible = 1 AND content IS NOT NULL ORDER BY number LIMIT ${limit}`,
      [],
      ctx,
    );
    return rows.map(({ number, content }) => ({ number, content: JSON.parse(content) as SearchContent }));
  },
  async noteFound(ctx, numbers, at) {
    await execute(database, 'UPDATE search_document SET found_at = ? WHERE number IN (?)', [at, numbers], ctx);
  },
});
