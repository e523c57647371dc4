import type { SearchQuestions, SearchQuestionsQuery } from '@duijie/contracts';
import { execute, select, type Database } from '@duijie/service-kit';

export interface QuestionCount {
  readonly asked: number;
  readonly nothing: number;
  readonly opened: number;
  readonly positionSum: number;
}
export interface QuestionsRepository {
  add(day: string, counts: ReadonlyMap<string, QuestionCount>): Promise<void>;
  forgetBefore(day: string): Promise<void>;
  /** Questions asked often enough since a day, in the order asked for. */
  most(since: string, order: SearchQuestionsQuery['order'], limit: number): Promise<SearchQuestions['items']>;
}

/** Fewer might tell who asked. */
const leastAsked = 3;
const orders = { asked: 'asked', nothing: 'nothing', unopened: 'asked - nothing - opened' } as const;

export const createQuestionsRepository = (database: Database): QuestionsRepository => ({
  async add(day, counts) {
    // In one order, so that two processes do not wait for each other.
    const rows = [...counts]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([q, { asked, nothing, opened, positionSum }]) => [day, q, asked, nothing, opened, positionSum]);
    await execute(
      database,
      `INSERT INTO search_question (day, q, asked, nothing, opened, position_sum) VALUES ? ON DUPLICATE KEY UPDATE
         asked = asked + VALUES(asked), nothing = nothing + VALUES(nothing), opened = opened + VALUES(opened),
         position_sum = position_sum + VALUES(position_sum)`,
      [rows],
    );
  },
  async forgetBefore(day) {
    await execute(database, 'DELETE FROM search_question WHERE day < ?', [day]);
  },
  async most(since, order, limit) {
    const rows = await select<Record<'q' | 'asked' | 'nothing' | 'opened' | 'position', string | number | null>>(
      database,
      `SELECT q, asked, nothing, opened, position FROM (
         SELECT q, SUM(asked) AS asked, SUM(nothing) AS nothing, SUM(opened) AS opened,
           SUM(position_sum) / NULLIF(SUM(opened), 0) AS position
         FROM search_question WHERE day >= ? GROUP BY q) counted
       WHERE asked >= ${leastAsked} ORDER BY ${orders[order]} DESC, asked DESC, q LIMIT ${limit}`,
      [since],
    );
    return rows.map(({ q, asked, nothing, opened, position }) => ({
      q: String(q),
      asked: Number(asked),
      nothing: Number(nothing),
      opened: Number(opened),
      position: position === null ? null : Math.max(1, Math.round(Number(position) * 10) / 10),
    }));
  },
});
