import { z } from 'zod';
import { pageOf, pageQuery } from '../page';
import { id, line, queryFlag } from '../primitives';
import { routesOf, type ServiceName } from '../route';
import type { ImportKind } from './import-kind';
import { columnChoice, importLook } from './import-look';
import { importOutcome, importRowView, importView } from './import-view';

const names = {
  organisations: { zh: '机构', en: 'organisations' },
  compounds: { zh: '小区', en: 'compounds' },
  packages: { zh: '服务包', en: 'service packages' },
  needs: { zh: '需求', en: 'needs' },
  cases: { zh: '在办事项', en: 'cases at hand' },
} as const satisfies Record<ImportKind, { zh: string; en: string }>;

const capitalised = <K extends ImportKind>(kind: K): Capitalize<K> =>
  (kind.charAt(0).toUpperCase() + kind.slice(1)) as Capitalize<K>;
const one = z.strictObject({ importId: id });

/**
 * The eight routes of one kind of import, by what they do. `template` stands before `get`, whose path would take it.
 * @param service that takes the rows @param kind what is imported
 */
export function importContracts<const K extends ImportKind>(service: ServiceName, kind: K) {
  const route = routesOf(service);
  const name = capitalised(kind);
  const { zh, en } = names[kind];
  const path = `/imports/${kind}`;
  return {
    /** `file` is .jsonl, .csv (UTF-8 or GB18030) or .xlsx of at most 20,000 rows. Answered once every row is stored. */
    start: route(`start${name}Import`, {
      method: 'POST',
      path,
      transfer: 'upload',
      summary: { zh: `导入${zh}`, en: `Import ${en}` },
      body: z.strictObject({
        /** The file's name unless given. */
        source: line(120).optional(),
        dryRun: queryFlag.default(false),
        /** As `look` told it, corrected or not; left out: columns are known by their headings alone. */
        columns: columnChoice.optional(),
      }),
      response: importView,
    }),
    /** Guesses the columns of a file, and shows its first rows as they would be understood. Stores nothing. */
    look: route(`look${name}File`, {
      method: 'POST',
      path: `${path}/look`,
      kind: 'call',
      transfer: 'upload',
      summary: { zh: `预览${zh}文件`, en: `Look into a file of ${en}` },
      body: z.strictObject({ columns: columnChoice.optional() }),
      response: importLook,
    }),
    /** Imports the rows of a trial that has ended, without sending the file again; once. */
    apply: route(`apply${name}Import`, {
      method: 'POST',
      path: `${path}/:importId/apply`,
      summary: { zh: `正式导入试导入的${zh}`, en: `Import the ${en} of a trial` },
      params: one,
      response: importView,
    }),
    /** Newest first; staff see all, others those of the organisation they act for. */
    list: route(`list${name}Imports`, {
      method: 'GET',
      path,
      summary: { zh: `${zh}导入记录`, en: `List imports of ${en}` },
      query: pageQuery,
      response: pageOf(importView),
    }),
    template: route(`download${name}Template`, {
      method: 'GET',
      path: `${path}/template.csv`,
      transfer: 'download',
      summary: { zh: `${zh}导入模板`, en: `Headings of a sheet of ${en}` },
    }),
    get: route(`get${name}Import`, {
      method: 'GET',
      path: `${path}/:importId`,
      summary: { zh: `查看${zh}导入`, en: `Show an import of ${en}` },
      params: one,
      response: importView,
    }),
    /** In the order of the file. */
    rows: route(`list${name}ImportRows`, {
      method: 'GET',
      path: `${path}/:importId/rows`,
      summary: { zh: `${zh}导入明细`, en: `Report of an import of ${en} by row` },
      params: one,
      query: pageQuery.extend({ outcome: importOutcome.optional() }),
      response: pageOf(importRowView),
    }),
    /** Takes back what the import created, newest row first; what was changed since is kept. */
    undo: route(`undo${name}Import`, {
      method: 'POST',
      path: `${path}/:importId/undo`,
      kind: 'change',
      summary: { zh: `撤销${zh}导入`, en: `Undo an import of ${en}` },
      params: one,
      response: importView,
    }),
  } as const;
}
export type ImportContracts<K extends ImportKind> = ReturnType<typeof importContracts<K>>;
