import { z } from 'zod';
import { id, instant, line } from '../primitives';
import { routesOf } from '../route';
import { trackRecord } from '../state/package';

const route = routesOf('offers');
const one = z.strictObject({ organisationId: id });

/** Opening balance of a provider's record, kept before the platform. Version 0: nothing was entered yet. */
export const trackRecordView = trackRecord.extend({
  organisationId: id,
  version: z.int().min(0),
  /** Where the figures come from, e.g. 协会 2025 年度评价; null when nothing was entered. */
  source: z.string().nullable(),
  updatedAt: instant.nullable(),
});
export type TrackRecordView = z.infer<typeof trackRecordView>;

export const getTrackRecord = route('getTrackRecord', {
  method: 'GET',
  path: '/providers/:organisationId/track-record',
  summary: { zh: '服务方过往业绩', en: 'Show the record of a provider' },
  params: one,
  response: trackRecordView,
});
export const setTrackRecord = route('setTrackRecord', {
  method: 'PUT',
  path: '/providers/:organisationId/track-record',
  summary: { zh: '录入服务方过往业绩', en: 'Enter the record of a provider' },
  params: one,
  body: trackRecord.extend({ source: line(120, 2) }),
  response: trackRecordView,
});
