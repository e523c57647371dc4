import { ProblemError } from '@duijie/api-client';
import {
  getTableSettings,
  putTableSettings,
  type ConsoleTable,
  type TableSettings,
  type TableSettingsView,
} from '@duijie/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { ownApi } from '../../api/client';
import { keyOf } from '../../api/use-call';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('table-settings', {
  zh: { failed: '表格设置没有保存成功，刷新后会恢复原样' },
  en: { failed: 'The settings of the table were not kept; they come back as they were' },
});
const plain: TableSettings = { hidden: null, density: 'roomy', views: [] };
const triesAtMost = 3;

/**
 * How the person likes a table: shown at once, kept on the server, whichever machine they come from.
 * @param table none keeps nothing
 */
export function useTableSettings(table: ConsoleTable | undefined) {
  const t = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const key = keyOf(getTableSettings, table);
  const read = (): Promise<TableSettingsView> =>
    ownApi().call(getTableSettings, { params: { table: table ?? 'needs' } });
  const { data } = useQuery({ queryKey: key, queryFn: read, enabled: table !== undefined, staleTime: 60_000 });

  /** Changes what is kept. What another tab has kept meanwhile stays: the change is made to that. */
  const change = async (how: (now: TableSettings) => TableSettings): Promise<void> => {
    if (table === undefined) return;
    try {
      for (let tries = 1; ; tries += 1) {
        const { version, ...now } = queries.getQueryData<TableSettingsView>(key) ?? (await read());
        const body = how(now);
        queries.setQueryData(key, { ...body, version });
        try {
          queries.setQueryData(
            key,
            await ownApi().call(putTableSettings, { params: { table }, body, ifMatch: version }),
          );
          return;
        } catch (error) {
          const stale = error instanceof ProblemError && error.status === 412;
          if (!stale || tries === triesAtMost) throw error;
          queries.setQueryData(key, await read());
        }
      }
    } catch {
      void message.error(t('failed'));
      await queries.invalidateQueries({ queryKey: key });
    }
  };
  return { settings: data ?? plain, change };
}
