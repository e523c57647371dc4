import type { NeedPublicState } from '@duijie/contracts';
import type { Day } from '@duijie/domain-kit';
import { officialPaper } from '../paper/official-paper';
import { body, fact, heading, title } from '../paper/paragraphs';
import { qrParagraph } from '../paper/qr-paragraph';
import { sealBlock } from '../paper/seals';
import { chineseDay, chineseMinute } from '../words/chinese-date';
import { filled } from '../words/filled';
import { eligibleWords, fundingWords, modeWords, moneyWords, placeWords, windowWords } from '../words/need-words';

export interface NeedNotice {
  readonly need: Pick<
    NeedPublicState,
    | 'title'
    | 'description'
    | 'organisationName'
    | 'place'
    | 'money'
    | 'funding'
    | 'eligibleKinds'
    | 'requiredQualifications'
    | 'mode'
    | 'window'
    | 'responsesDueAt'
  >;
  /** Names of the services asked for. */
  readonly services: readonly string[];
  /** Public address of the need. */
  readonly url: string;
  readonly issuedOn: Day;
}

/** Notice of a need (需求公告), to be sealed by whoever posts it and put up. @returns a Word file */
export function needNotice({ need, services, url, issuedOn }: NeedNotice): Promise<Buffer> {
  const qualifications = need.requiredQualifications.map(({ name }) => name).join('、');
  const due = need.responsesDueAt === null ? '长期有效，确定承接方即止' : chineseMinute(need.responsesDueAt);
  return officialPaper({
    title: `需求公告：${need.title}`,
    children: [
      title('社区治理服务需求公告'),
      ...body(`现将“${need.title}”需求予以公告，欢迎符合条件的单位响应。`),
      heading('一、需求概况'),
      ...fact('需求名称', need.title),
      ...fact('发布单位', need.organisationName),
      ...fact('服务地点', placeWords(need)),
      ...(services.length === 0 ? [] : fact('服务内容', services.join('、'))),
      ...fact('服务时间', windowWords(need)),
      heading('二、具体要求'),
      ...body(filled(need.description)),
      heading('三、资金安排'),
      ...fact('金额', moneyWords(need)),
      ...(need.money.kind === 'none' ? [] : fact('资金来源', fundingWords(need))),
      heading('四、响应条件'),
      ...fact('可承接主体', eligibleWords(need)),
      ...(qualifications === '' ? [] : fact('资质要求', qualifications)),
      heading('五、响应方式'),
      ...fact('对接方式', modeWords(need)),
      ...fact('截止时间', due),
      ...fact('响应渠道', '扫描下方二维码或访问所附网址，也可到发布单位现场登记。'),
      ...body('联系人及电话：', { keepNext: true }),
      sealBlock(need.organisationName, chineseDay(issuedOn), qrParagraph(url, 38)),
    ],
  });
}
