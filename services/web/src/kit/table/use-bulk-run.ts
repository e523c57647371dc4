import { ProblemError } from '@duijie/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { defineWords } from '../../words/define-words';
import type { Bulk, BulkAction } from './table-model';

const useWords = defineWords('bulk-run', {
  zh: { offline: '没有连上服务器', passed: '不适用，未操作' },
  en: { offline: 'The server could not be reached', passed: 'Does not apply; left as it was' },
});
export interface RowResult {
  readonly key: string;
  readonly name: string;
  readonly outcome: 'done' | 'refused' | 'passed';
  readonly why: string | null;
}
const patienceMs = 30_000;

/** Waits as long as a busy server asks for, and tries again. */
async function insist<T>(run: (item: T) => Promise<unknown>, item: T): Promise<void> {
  const until = performance.now() + patienceMs;
  for (;;)
    try {
      await run(item);
      return;
    } catch (error) {
      const waitMs =
        error instanceof ProblemError && error.status === 429 ? 1000 * (error.retryAfterSeconds ?? 1) : null;
      if (waitMs === null || performance.now() + waitMs > until) throw error;
      await new Promise((resume) => setTimeout(resume, waitMs));
    }
}

/** Does one thing to many rows, one after the other, and tells what became of each. What was done stays done. */
export function useBulkRun<T>({ nameOf, touches }: Pick<Bulk<T>, 'nameOf' | 'touches'>, rowKey: (item: T) => string) {
  const t = useWords();
  const queries = useQueryClient();
  const stopping = useRef(false);
  const [running, setRunning] = useState(false);
  const [results, setResults] = useState<readonly RowResult[]>([]);
  const whyOf = (error: unknown): string => {
    if (!(error instanceof ProblemError)) return t('offline');
    const { errors, detail, title } = error.problem;
    return errors?.map((fault) => fault.detail).join('; ') || (detail ?? title);
  };
  const run = async (action: BulkAction<T>, items: readonly T[]): Promise<readonly RowResult[]> => {
    stopping.current = false;
    setRunning(true);
    let told: readonly RowResult[] = [];
    setResults(told);
    for (const item of items) {
      if (stopping.current) break;
      const row = { key: rowKey(item), name: nameOf(item) };
      let result: RowResult = { ...row, outcome: 'done', why: null };
      if (action.applies && !action.applies(item)) result = { ...row, outcome: 'passed', why: t('passed') };
      else
        try {
          await insist(action.run, item);
        } catch (error) {
          result = { ...row, outcome: 'refused', why: whyOf(error) };
        }
      told = [...told, result];
      setResults(told);
    }
    await Promise.all(touches.map(({ id }) => queries.invalidateQueries({ queryKey: [id] })));
    setRunning(false);
    return told;
  };
  const stop = (): void => {
    stopping.current = true;
  };
  return { running, results, run, stop, forget: () => setResults([]) };
}
