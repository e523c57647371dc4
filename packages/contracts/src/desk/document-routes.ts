import { z } from 'zod';
import type { PolicyOf } from '../policy';
import { id } from '../primitives';
import { routesOf } from '../route';
import { introductionPolicy } from './introduction-routes';

/** 409 `meeting.none` before one was arranged; what was not written yet is left to be filled in. */
export const downloadMeetingMinutes = routesOf('desk')('downloadMeetingMinutes', {
  method: 'GET',
  path: '/introductions/:introductionId/meeting/minutes-paper',
  transfer: 'download',
  summary: { zh: '会面纪要（Word，留盖章处）', en: 'Minutes of a meeting, as a Word file' },
  params: z.strictObject({ introductionId: id }),
});

export const deskDocumentRoutes = { downloadMeetingMinutes } as const;
export const deskDocumentPolicy = {
  downloadMeetingMinutes: introductionPolicy.getIntroduction,
} satisfies PolicyOf<typeof deskDocumentRoutes>;
