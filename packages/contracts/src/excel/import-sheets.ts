import { importKinds } from '../imports/import-kind';
import { column, sheet, type ExcelSheet } from './excel-column';

const outcomes = {
  pending: { zh: '待处理', en: 'Pending' },
  created: { zh: '新建', en: 'Created' },
  updated: { zh: '更新', en: 'Updated' },
  unchanged: { zh: '无变化', en: 'Unchanged' },
  refused: { zh: '未导入', en: 'Refused' },
  undone: { zh: '已撤销', en: 'Undone' },
  kept: { zh: '保留', en: 'Kept' },
} as const;
const list = sheet(
  column.text('fileName', '文件', 'File'),
  column.text('source', '来源', 'Source'),
  column.flag('dryRun', '试导入', 'Dry run'),
  column.words('state', '状态', 'State', {
    queued: { zh: '排队中', en: 'Queued' },
    running: { zh: '导入中', en: 'Running' },
    done: { zh: '已完成', en: 'Done' },
    failed: { zh: '失败', en: 'Failed' },
    undoing: { zh: '撤销中', en: 'Being undone' },
    undone: { zh: '已撤销', en: 'Undone' },
  }),
  column.number('rows', '行数', 'Rows'),
  ...Object.entries(outcomes).map(([code, { zh, en }]) => column.number(`counts.${code}`, zh, en)),
  column.text('failure', '失败原因', 'Why it failed'),
  column.text('startedBy', '导入人', 'Started by'),
  column.instant('createdAt', '提交时间', 'Handed in at'),
  column.instant('finishedAt', '完成时间', 'Finished at'),
);
const rows = sheet(
  column.number('line', '行号', 'Line'),
  column.text('externalId', '编号', 'Own id'),
  column.words('outcome', '结果', 'Outcome', outcomes),
  column.text('faults[].heading', '有误的列', 'Columns at fault'),
  column.both('faults[].detail', '原因', 'Why'),
);

/** Lists of imports and their rows, alike for every kind. */
export const importSheets: Readonly<Record<string, ExcelSheet>> = Object.fromEntries(
  importKinds.flatMap((kind) => {
    const name = kind.charAt(0).toUpperCase() + kind.slice(1);
    return [
      [`list${name}Imports`, list],
      [`list${name}ImportRows`, rows],
    ];
  }),
);
