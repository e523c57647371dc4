import { column, sheet, type ExcelSheet } from './excel-column';

const needs = sheet(
  column.text('title', '需求', 'Need'),
  column.words('state', '状态', 'State', 'needStates'),
  column.text('organisationName', '发布单位', 'Posted by'),
  column.text('place.district', '区（市）县', 'District'),
  column.text('place.subdistrict', '街道（镇）', 'Subdistrict'),
  column.text('place.community', '社区', 'Community'),
  column.text('place.compound', '小区（院落）', 'Compound'),
  column.words('place.compoundType', '小区类型', 'Type of compound', 'needScopes'),
  column.number('place.households', '户数', 'Households'),
  column.leaf('components[].code', '服务内容', 'Services'),
  column.money('money.amountFen|money.minFen', '预算下限（元）', 'Budget from (yuan)'),
  column.money('money.amountFen|money.maxFen', '预算上限（元）', 'Budget to (yuan)'),
  column.words('funding', '资金来源', 'Funding', 'fundings'),
  column.words('mode', '对接方式', 'Mode', 'modes'),
  column.words('urgency', '紧急程度', 'Urgency', 'urgencies'),
  column.words('eligibleKinds[]', '可承接主体', 'Open to', 'organisationKinds'),
  column.day('window.start', '服务开始', 'Service from'),
  column.day('window.end', '服务结束', 'Service to'),
  column.instant('responsesDueAt', '截止时间', 'Responses due'),
  column.instant('publishedAt', '发布时间', 'Published at'),
  column.instant('updatedAt', '更新时间', 'Changed at'),
  column.text('description', '说明', 'Description'),
  column.flag('demo', '演示数据', 'Demonstration'),
);

export const needSheets = {
  listNeeds: needs,
  listOwnNeeds: needs,
  listScreeningNeeds: needs,
  listNeedVersions: sheet(
    column.number('version', '版本', 'Version'),
    column.instant('at', '发布时间', 'Published at'),
    column.text('title', '需求', 'Need'),
  ),
  listCorrections: sheet(
    column.text('phrase', '说法', 'Phrase'),
    column.leaf('leaf', '服务', 'Service'),
    column.words('verdict', '含义', 'Verdict', {
      means: { zh: '就是指它', en: 'Means it' },
      not: { zh: '不是指它', en: 'Does not mean it' },
    }),
    column.number('needs', '需求数', 'Needs'),
    column.number('organisations', '单位数', 'Organisations'),
    column.number('sharePercent', '占比（%）', 'Share (%)'),
    column.flag('used', '已采用', 'Used'),
    column.text('takenBack.reason', '不采用的理由', 'Taken back because'),
    column.instant('lastAt', '最近一次', 'Last'),
  ),
  listNeedJoins: sheet(
    column.text('organisationName', '单位', 'Organisation'),
    column.instant('joinedAt', '加入时间', 'Joined at'),
    column.text('note', '备注', 'Note'),
  ),
} satisfies Readonly<Record<string, ExcelSheet>>;
