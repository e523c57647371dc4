import type { AwardBody, AwardKind, LotBody } from '@duijie/contracts';
import { dayOf, daysBetween, modes, type Day } from '@duijie/domain-kit';
import { officialPaper } from '../paper/official-paper';
import { body, fact, heading, title } from '../paper/paragraphs';
import { sealBlock } from '../paper/seals';
import { listTable } from '../paper/tables';
import { amountForPaper } from '../words/amount-in-words';
import { chineseDay, chineseDayOf, chineseMinute } from '../words/chinese-date';
import { filled } from '../words/filled';

export interface AwardNotice {
  readonly lot: Pick<LotBody, 'needTitle' | 'title' | 'organisationName' | 'mode' | 'responseCount'>;
  readonly award: Pick<AwardBody, 'organisationName' | 'amountFen' | 'reason' | 'decidedAt' | 'noticeUntil'> & {
    readonly kind: AwardKind;
    readonly documentNote: string | null;
  };
  /** From the district down, or null. */
  readonly place: string | null;
  /** Places of the contest, best first; empty where nobody was ranked. `total` 0–10,000. */
  readonly ranking: readonly {
    readonly rank: number;
    readonly organisationName: string;
    readonly total: number | null;
  }[];
  readonly issuedOn: Day;
}

const opening: Readonly<Record<AwardKind, (needTitle: string, mode: string) => string>> = {
  responses: (needTitle, mode) => `“${needTitle}”需求经${mode}，已确定承接方。现将结果公示如下。`,
  direct: (needTitle) => `“${needTitle}”需求经双方直接对接，已确定承接方。现将结果公示如下。`,
  emergency: (needTitle) => `因情况紧急，“${needTitle}”需求已先行指定承接方处置。现将有关情况公示如下。`,
  recorded: (needTitle) => `“${needTitle}”需求已在线下或其他平台确定承接方。现将结果公示如下。`,
};

/**
 * Public notice (公示) of who was chosen, or of an emergency appointment, which is posted after it. It names neither
 * prices of others nor who asked for an objection. @returns a Word file
 */
export function awardNotice({ lot, award, place, ranking, issuedOn }: AwardNotice): Promise<Buffer> {
  const emergency = award.kind === 'emergency';
  const name = emergency ? '应急指定公示' : '结果公示';
  const until = award.noticeUntil;
  const days = until === null ? null : daysBetween(dayOf(new Date(award.decidedAt)), dayOf(new Date(until)));
  const scored = ranking.some(({ total }) => total !== null);
  return officialPaper({
    title: `${name}：${lot.needTitle}`,
    children: [
      title(name),
      ...body(opening[award.kind](lot.needTitle, modes[lot.mode].zh)),
      heading('一、项目情况'),
      ...fact('项目名称', lot.needTitle),
      ...(lot.title === lot.needTitle ? [] : fact('标段', lot.title)),
      ...fact('需求单位', lot.organisationName),
      ...(place === null ? [] : fact('服务地点', place)),
      ...(award.kind === 'responses' ? fact('响应单位', `${lot.responseCount}家`) : []),
      heading(emergency ? '二、指定情况' : '二、确定结果'),
      ...fact('承接单位', award.organisationName),
      ...fact('金额', award.amountFen === null ? '不涉及资金' : amountForPaper(award.amountFen)),
      ...fact(
        emergency ? '指定时间' : '确定时间',
        emergency ? chineseMinute(award.decidedAt) : chineseDayOf(award.decidedAt),
      ),
      ...fact(emergency ? '紧急情形及理由' : '确定理由', filled(award.reason)),
      ...(award.documentNote === null ? [] : fact('依据文件', award.documentNote)),
      ...(ranking.length === 0
        ? []
        : [
            ...body('评定情况如下：', { keepNext: true }),
            listTable(
              [
                { heading: '名次', share: 0.15, align: 'center' },
                { heading: '响应单位', share: scored ? 0.65 : 0.85 },
                ...(scored ? [{ heading: '综合得分', share: 0.2, align: 'center' as const }] : []),
              ],
              ranking.map(({ rank, organisationName, total }) => [
                String(rank),
                organisationName,
                ...(scored ? [total === null ? '—' : (total / 100).toFixed(2)] : []),
              ]),
            ),
          ]),
      heading('三、公示期限与异议'),
      ...body(
        until === null
          ? '本结果自公示之日起执行。'
          : `公示期${days === null || days < 1 ? '' : `${days}日，`}自${chineseDayOf(award.decidedAt)}起至${chineseMinute(until)}止。`,
      ),
      ...body('公示期间如有异议，请以书面或平台方式向需求单位或市物业管理协会提出，并说明事实和理由。'),
      ...body('联系人及电话：', { keepNext: true }),
      sealBlock(lot.organisationName, chineseDay(issuedOn)),
    ],
  });
}
