import type { ResponseReceipt, ResponseSummary } from '@duijie/contracts';
import { dayOf, modes, responseVerbs } from '@duijie/domain-kit';
import { officialPaper } from '../paper/official-paper';
import type { PaperHead } from '../paper/paper-head';
import { body, emptyLine, remark, title } from '../paper/paragraphs';
import { sealBlock } from '../paper/seals';
import { factTable } from '../paper/tables';
import { chineseDay, chineseMinute } from '../words/chinese-date';

export interface ResponseReceiptPaper {
  readonly receipt: ResponseReceipt;
  readonly response: Pick<
    ResponseSummary,
    'needTitle' | 'lotTitle' | 'posterName' | 'organisationName' | 'mode' | 'sealed' | 'responsesDueAt'
  >;
  /** Members of a consortium besides the one that responds. */
  readonly memberNames: readonly string[];
  /** Letterhead of the association that runs the platform: it issues the receipt. */
  readonly head?: PaperHead | null;
}

/** A check sum in groups of eight, four a line, which can be compared by eye. */
const grouped = (sum: string): string =>
  (sum.match(/.{1,32}/g) ?? []).map((line) => line.replaceAll(/(.{8})(?=.)/g, '$1 ')).join('\n');
const seconds = (instant: string): string =>
  `${chineseMinute(instant)}:${new Date(instant).toISOString().slice(17, 19)}`;

/**
 * Receipt (回执) of a response: what was handed in, when, and the sum by which anybody can check that it was not changed.
 * It says nothing of what is offered. @returns a Word file
 */
export function responseReceiptPaper({
  receipt,
  response,
  memberNames,
  head = null,
}: ResponseReceiptPaper): Promise<Buffer> {
  const verb = responseVerbs[response.mode].zh;
  // One page: the seal takes the room.
  const air = head?.seal ? [] : [emptyLine()];
  return officialPaper({
    title: `${verb}回执 ${receipt.number}`,
    head,
    children: [
      title(`${verb}回执`),
      ...body(`${response.organisationName}：`, { indent: { firstLine: 0 } }),
      ...body(`你单位的${verb}已由平台收到，特此回执。`),
      ...air,
      factTable([
        ['回执编号', receipt.number],
        ['提交时间', `${seconds(receipt.submittedAt)}（北京时间）`],
        ['需求名称', response.needTitle],
        ...(response.lotTitle === response.needTitle ? [] : ([['标段', response.lotTitle]] as const)),
        ['需求单位', response.posterName],
        [`${verb}单位`, response.organisationName],
        ...(memberNames.length === 0 ? [] : ([['联合体成员', memberNames.join('、')]] as const)),
        ['对接方式', modes[response.mode].zh, '是否密封', response.sealed ? '密封' : '不密封'],
        ['截止时间', response.responsesDueAt === null ? '未设截止' : chineseMinute(response.responsesDueAt)],
        ['提交材料', `第${receipt.contentVersion}版，附件${receipt.documentSha256s.length}件`],
        ['校验值', grouped(receipt.sha256)],
      ]),
      ...air,
      ...remark(
        response.sealed
          ? '说明：一、密封响应在截止时间前任何人（包括平台工作人员）不能查看。二、截止前可修改后重新提交，以最后一次回执为准。三、校验值（SHA-256）由提交内容与附件计算得出，开启后可据此核对内容未被改动。'
          : '说明：一、截止前可修改后重新提交，以最后一次回执为准。二、校验值（SHA-256）由提交内容与附件计算得出，可据此核对内容未被改动。',
      ),
      ...(head?.seal
        ? [
            sealBlock(
              head.name,
              chineseDay(dayOf(new Date(receipt.submittedAt))),
              remark('本回执由平台自动生成；编号及校验值可在平台核对。'),
              head.seal,
            ),
          ]
        : remark('本回执由平台自动生成，无需盖章；编号及校验值可在平台核对。')),
    ],
  });
}
