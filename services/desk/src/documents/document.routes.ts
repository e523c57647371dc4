import type { AssociationHead } from '@duijie/api-client';
import { deskRoutes } from '@duijie/contracts';
import { docxMediaType, meetingMinutes } from '@duijie/documents';
import { dayOf, type Clock } from '@duijie/domain-kit';
import { bind, bytesDownload, Conflict, type AnswerOf, type BoundRoute } from '@duijie/service-kit';

/** Papers of the desk, each made of the page that the caller sees. */
export const documentRoutes = ({
  answer,
  clock,
  letterhead,
}: {
  readonly answer: AnswerOf;
  readonly clock: Clock;
  readonly letterhead: () => Promise<AssociationHead | null>;
}): BoundRoute[] => [
  bind(deskRoutes.downloadMeetingMinutes, async (ctx, { params }) => {
    const introduction = await answer(ctx, deskRoutes.getIntroduction, params);
    if (introduction.meeting === null)
      throw new Conflict('meeting.none', {
        zh: '尚未约定会面，没有可写的纪要',
        en: 'No meeting was arranged yet',
      });
    const known = await letterhead();
    const head = known?.organisationId === introduction.introducedBy.organisationId ? known : null;
    const bytes = await meetingMinutes({ introduction, issuedOn: dayOf(clock.now()), head });
    return bytesDownload(bytes, docxMediaType, `会面纪要-${introduction.needTitle}`, '.docx');
  }),
];
