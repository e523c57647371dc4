import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Counts of what was searched for, by day. */
export class SearchQuestions1764000000005 implements MigrationInterface {
  name = 'SearchQuestions1764000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE search_question (
      day CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      q VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
      asked INT NOT NULL, nothing INT NOT NULL, opened INT NOT NULL, position_sum INT NOT NULL, PRIMARY KEY (day, q))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE search_question');
  }
}
