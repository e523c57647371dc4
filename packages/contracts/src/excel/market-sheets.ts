import { column, sheet, type ExcelColumn, type ExcelSheet } from './excel-column';

const what = column.both('name', '统计项', 'Of');
const spread = (field: string, zh: string, en: string): ExcelColumn[] => [
  column.number(`${field}.needs`, `${zh}：需求数`, `${en}: needs`),
  column.number(`${field}.lowerDays`, `${zh}：四分之一在几天内`, `${en}: a quarter within (days)`),
  column.number(`${field}.medianDays`, `${zh}：半数在几天内`, `${en}: half within (days)`),
  column.number(`${field}.upperDays`, `${zh}：四分之三在几天内`, `${en}: three quarters within (days)`),
];

/** Figures of the market, and what happened in a compound. */
export const marketSheets = {
  listMarketNeeds: sheet(
    what,
    column.number('needs', '需求数', 'Needs'),
    column.number('open', '响应中', 'Taking responses'),
    column.number('deciding', '评定中', 'Deciding'),
    column.number('underWay', '已确定或实施中', 'Awarded or in delivery'),
    column.number('completed', '已完成', 'Completed'),
    column.number('failed', '未成功', 'Failed'),
    column.number('closed', '撤回或转办', 'Withdrawn or referred'),
    column.number('withoutPackage', '暂无匹配服务包', 'No package fits'),
  ),
  listMarketTimes: sheet(
    what,
    ...spread('toMatch', '对接', 'To match'),
    ...spread('toDecision', '确定承接方', 'To decision'),
    ...spread('toAcceptance', '验收', 'To acceptance'),
  ),
  listMarketConcentration: sheet(
    what,
    column.number('agreements', '协议数', 'Agreements'),
    column.number('providers', '承接方数', 'Providers'),
    column.number('byAgreements.hhi', '协议数集中度（HHI）', 'HHI by agreements'),
    column.number('byAgreements.topThreePercent', '协议数前三份额（%）', 'Top three by agreements (%)'),
    column.money('byAmount.amountFen', '协议金额（元）', 'Amount (yuan)'),
    column.number('byAmount.hhi', '金额集中度（HHI）', 'HHI by amount'),
    column.number('byAmount.topThreePercent', '金额前三份额（%）', 'Top three by amount (%)'),
  ),
  listCompoundTimeline: sheet(
    column.text('title', '需求', 'Need'),
    column.text('organisationName', '发布单位', 'Posted by'),
    column.words('state', '状态', 'State', 'needStates'),
    column.instant('publishedAt', '发布时间', 'Published at'),
    column.instant('decidedAt', '确定承接方', 'Decided at'),
    column.day('signedOn', '签订日期', 'Signed on'),
    column.instant('acceptedAt', '验收时间', 'Accepted at'),
  ),
} satisfies Readonly<Record<string, ExcelSheet>>;
