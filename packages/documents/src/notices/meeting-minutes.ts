import type { IntroductionView } from '@duijie/contracts';
import type { Day } from '@duijie/domain-kit';
import { officialPaper } from '../paper/official-paper';
import type { PaperHead } from '../paper/paper-head';
import { body, emptyLine, fact, heading, title } from '../paper/paragraphs';
import { partiesBlock } from '../paper/seals';
import { chineseDay, chineseMinute } from '../words/chinese-date';
import { filled } from '../words/filled';

export interface MeetingMinutes {
  readonly introduction: Pick<
    IntroductionView,
    'needTitle' | 'posterName' | 'organisationName' | 'packageTitle' | 'introducedBy' | 'meeting'
  >;
  readonly issuedOn: Day;
  /** Where the association that introduced has a letterhead. */
  readonly head?: PaperHead | null;
}

/** Minutes of the meeting of an introduction (对接会面纪要), for both sides and who introduced. @returns a Word file */
export function meetingMinutes({ introduction, issuedOn, head = null }: MeetingMinutes): Promise<Buffer> {
  const { needTitle, posterName, organisationName, packageTitle, introducedBy, meeting } = introduction;
  return officialPaper({
    title: `对接会面纪要：${needTitle}`,
    head,
    children: [
      title('对接会面纪要'),
      ...fact('对接事项', needTitle),
      ...fact('会面时间', meeting ? chineseMinute(meeting.at) : filled(null)),
      ...fact('会面地点', filled(meeting?.place ?? (meeting?.link ? '线上' : null))),
      ...fact('需求方', posterName),
      ...fact('服务方', packageTitle === null ? organisationName : `${organisationName}（服务包：${packageTitle}）`),
      ...fact('推介单位', introducedBy.organisationName),
      ...fact('参加人员', filled(meeting?.attendees)),
      heading('会面情况及议定事项'),
      ...body(filled(meeting?.minutes)),
      heading('说明'),
      ...body('本纪要记录双方会面所议事项，供后续对接参考；双方权利义务以签订的协议为准。', { keepNext: true }),
      ...body(`整理日期：${chineseDay(issuedOn)}`, { keepNext: true }),
      emptyLine(true),
      partiesBlock([
        { role: '需求方', name: posterName },
        { role: '服务方', name: organisationName },
        { role: '推介单位', name: introducedBy.organisationName },
      ]),
    ],
  });
}
