import { execute, select, type Context, type Database, type TransactionContext } from '@duijie/service-kit';

/** A scan or file that a decision rests on. */
export interface StoredAwardDocument {
  readonly id: string;
  readonly awardId: string;
  readonly title: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly addedAt: Date;
}

/** Documents of awards; added, never changed. */
export interface AwardDocumentRepository {
  add(ctx: TransactionContext, document: StoredAwardDocument): Promise<void>;
  /** Of all these awards, in the order in which they were added. */
  ofAwards(ctx: Context, awardIds: readonly string[]): Promise<readonly StoredAwardDocument[]>;
}

export const createAwardDocumentRepository = (database: Database): AwardDocumentRepository => ({
  async add(ctx, { id, awardId, title, fileName, mediaType, size, sha256, addedAt }) {
    await execute(
      database,
      `INSERT INTO award_document (id, award_id, title, file_name, media_type, size, sha256, added_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [id, awardId, title, fileName, mediaType, size, sha256, addedAt],
      ctx,
    );
  },
  ofAwards: (ctx, awardIds) =>
    awardIds.length === 0
      ? Promise.resolve([])
      : select<StoredAwardDocument>(
          database,
          `SELECT id, award_id AS awardId, title, file_name AS fileName, media_type AS mediaType, size, sha256,
             added_at AS addedAt FROM award_document WHERE award_id IN (?) ORDER BY award_id, id`,
          [awardIds],
          ctx,
        ),
});
