import { z } from 'zod';
import { line, version } from '../primitives';
import { routesOf } from '../route';

const route = routesOf('identity');

/** Tables of the console that keep how somebody likes them. */
export const consoleTables = [
  'needs',
  'own-needs',
  'screening',
  'agreements',
  'packages',
  'organisations',
  'members',
  'invitations',
  'audit',
  'notices',
  'queue',
  'cases',
  'introductions',
  'responses',
] as const;
export type ConsoleTable = (typeof consoleTables)[number];

/** Keys of columns that are not shown. */
const hiddenColumns = z.array(z.string().regex(/^[a-z][a-zA-Z]{0,29}$/)).max(30);

/** A named way to look at a table: its filters and its sort as the address keeps them, and the columns left out. */
export const tableView = z.strictObject({
  name: line(30),
  search: z.string().max(1000),
  hidden: hiddenColumns,
});
export type TableView = z.infer<typeof tableView>;

/** How a person likes one table. */
export const tableSettings = z.strictObject({
  /** Null until the person chooses: the table's own choice. */
  hidden: hiddenColumns.nullable(),
  density: z.enum(['roomy', 'compact']),
  /** In the order of saving; names differ. */
  views: z
    .array(tableView)
    .max(20)
    .refine((views) => new Set(views.map(({ name }) => name)).size === views.length),
});
export type TableSettings = z.infer<typeof tableSettings>;

const params = z.strictObject({ table: z.enum(consoleTables) });
/** Version 1 stands for what was never changed. */
const response = tableSettings.extend({ version });
export type TableSettingsView = z.infer<typeof response>;

export const getTableSettings = route('getTableSettings', {
  method: 'GET',
  path: '/me/tables/:table',
  summary: { zh: '我的表格设置', en: 'How I like a table' },
  params,
  response,
});
export const putTableSettings = route('putTableSettings', {
  method: 'PUT',
  path: '/me/tables/:table',
  summary: { zh: '保存我的表格设置', en: 'Keep how I like a table' },
  params,
  body: tableSettings,
  response,
});
