import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What posters' corrections have taught, by which needs without services are read. */
export class UnderstandingCopy1764000000040 implements MigrationInterface {
  name = 'UnderstandingCopy1764000000040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE TABLE understanding_copy (name VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY, sequence BIGINT NOT NULL, body MEDIUMTEXT NOT NULL)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE understanding_copy');
  }
}
