import type { AgreementView } from '@duijie/contracts';
import { dayOf, fundings, milestoneStates } from '@duijie/domain-kit';
import { officialPaper } from '../paper/official-paper';
import { body, emptyLine, heading, title } from '../paper/paragraphs';
import { partiesBlock } from '../paper/seals';
import { factTable, listTable } from '../paper/tables';
import { amountForPaper } from '../words/amount-in-words';
import { chineseDay } from '../words/chinese-date';
import { filled } from '../words/filled';
import { moneyCell } from '../words/money-cell';

/** Acceptance sheet (验收单) of an agreement: filled with what is known, with room for the rest to be written by hand. */
export interface AcceptanceSheetPaper {
  readonly agreement: Pick<
    AgreementView,
    | 'needTitle'
    | 'posterName'
    | 'leadId'
    | 'leadName'
    | 'members'
    | 'priceFen'
    | 'paidFen'
    | 'funding'
    | 'fundProject'
    | 'signedOn'
    | 'startsOn'
    | 'endsOn'
    | 'milestones'
    | 'conclusion'
  >;
  /** Names of the services. */
  readonly services: readonly string[];
}

/** Rows to be filled in by hand where the sheet knows none. */
const blankRows = (count: number, columns: number): string[][] =>
  Array.from({ length: count }, (_, i) => [String(i + 1), ...Array.from({ length: columns - 1 }, () => '')]);
const period = (from: string | null, to: string | null): string =>
  from === null && to === null
    ? filled(null)
    : `${from ? chineseDay(from) : filled(null)}至${to ? chineseDay(to) : filled(null)}`;

/** @returns a Word file @see {@link AcceptanceSheetPaper} */
export function acceptanceSheet({ agreement, services }: AcceptanceSheetPaper): Promise<Buffer> {
  const { milestones, members, leadId, fundProject } = agreement;
  const others = members.filter(({ organisationId }) => organisationId !== leadId);
  const sheet = milestones.flatMap(({ steps }) => steps).findLast((step) => step.sheet !== null)?.sheet;
  const scores = sheet?.scores ?? [];
  const supervisors = sheet?.supervisors ?? [];
  const conclusion = agreement.conclusion ?? sheet?.conclusion ?? null;
  const acceptedOn = (one: (typeof milestones)[number]): string => {
    const step = one.steps.findLast(({ kind }) => kind === 'accepted');
    return step ? dayOf(new Date(step.at)) : '';
  };
  let number = 0;
  const numbered = (text: string) => `${'一二三四五六'[number++]}、${text}`;
  return officialPaper({
    title: `验收单：${agreement.needTitle}`,
    children: [
      title('项目验收单'),
      factTable([
        ['项目名称', agreement.needTitle],
        ['需求单位', agreement.posterName],
        ['承接单位', agreement.leadName],
        ...(others.length === 0
          ? []
          : ([['共同承接', others.map(({ organisationName }) => organisationName).join('、')]] as const)),
        ['服务内容', filled(services.join('、'))],
        ['服务期限', period(agreement.startsOn, agreement.endsOn)],
        [
          '签订日期',
          agreement.signedOn ? chineseDay(agreement.signedOn) : filled(null),
          '资金来源',
          agreement.funding ? fundings[agreement.funding].zh : filled(null),
        ],
        ['协议金额', agreement.priceFen === null ? '不涉及资金' : amountForPaper(agreement.priceFen)],
        ...(agreement.priceFen === null ? [] : ([['已付金额', amountForPaper(agreement.paidFen)]] as const)),
      ]),
      heading(numbered('节点完成情况')),
      listTable(
        [
          { heading: '序号', share: 0.08, align: 'center' },
          { heading: '节点', share: 0.36 },
          { heading: '约定日期', share: 0.18, align: 'center' },
          { heading: '金额（元）', share: 0.16, align: 'right' },
          { heading: '状态', share: 0.22, align: 'center' },
        ],
        milestones.length === 0
          ? blankRows(3, 5)
          : milestones.map((one, i) => [
              String(i + 1),
              one.title,
              one.dueOn ?? '',
              one.amountFen === null ? '' : moneyCell(one.amountFen),
              [milestoneStates[one.state].zh, acceptedOn(one)].filter((text) => text !== '').join('\n'),
            ]),
      ),
      ...(fundProject || scores.length > 0
        ? [
            heading(numbered('评分')),
            listTable(
              [
                { heading: '序号', share: 0.08, align: 'center' },
                { heading: '评分项目', share: 0.56 },
                { heading: '满分', share: 0.18, align: 'center' },
                { heading: '得分', share: 0.18, align: 'center' },
              ],
              scores.length === 0
                ? blankRows(5, 4)
                : [
                    ...scores.map(({ criterion, outOf, score }, i) => [
                      String(i + 1),
                      criterion,
                      String(outOf),
                      String(score),
                    ]),
                    [
                      '',
                      '合计',
                      String(scores.reduce((sum, { outOf }) => sum + outOf, 0)),
                      String(scores.reduce((sum, { score }) => sum + score, 0)),
                    ],
                  ],
            ),
          ]
        : []),
      ...(fundProject || supervisors.length > 0
        ? [
            heading(numbered('监督委员会意见')),
            listTable(
              [
                { heading: '序号', share: 0.08, align: 'center' },
                { heading: '姓名', share: 0.22 },
                { heading: '意见', share: 0.4 },
                { heading: '签字', share: 0.3 },
              ],
              supervisors.length === 0 ? blankRows(3, 4) : supervisors.map((name, i) => [String(i + 1), name, '', '']),
            ),
          ]
        : []),
      heading(numbered('验收结论')),
      ...(conclusion === null
        ? [
            ...body('□通过验收　　□整改后再验　　□不通过验收', { keepNext: true }),
            ...body('意见：', { keepNext: true }),
            emptyLine(true),
          ]
        : body(conclusion, { keepNext: true })),
      emptyLine(true),
      partiesBlock([
        { role: '需求单位', name: agreement.posterName },
        { role: '承接单位', name: agreement.leadName },
      ]),
    ],
  });
}
