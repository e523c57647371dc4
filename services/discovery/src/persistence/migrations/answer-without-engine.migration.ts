import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indexes for each order of an answer without the engine. Contents and tags hold more now: all are composed anew. */
export class AnswerWithoutEngine1764000000001 implements MigrationInterface {
  name = 'AnswerWithoutEngine1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE search_document
      ADD INDEX ix_search_document_kind_newest (kind, visible, published_at, number),
      ADD INDEX ix_search_document_kind_price (kind, visible, price_fen, number),
      ADD INDEX ix_search_document_kind_rating (kind, visible, rating, number)`);
    await runner.query(
      `UPDATE search_document SET content = JSON_SET(content, '$.districts', JSON_EXTRACT(content, '$.item.place.districts'))
       WHERE content IS NOT NULL`,
    );
    await runner.query('UPDATE search_document SET stale = 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE search_document DROP INDEX ix_search_document_kind_newest,
      DROP INDEX ix_search_document_kind_price, DROP INDEX ix_search_document_kind_rating`);
  }
}
