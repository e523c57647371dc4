import { z } from 'zod';
import { id, instant, line, version } from '../primitives';
import { routesOf } from '../route';
import { phoneNumber } from './organisation-view';

const route = routesOf('identity');

/** What stands at the head of the association's papers. */
export const letterhead = z.strictObject({
  /** As it is printed, e.g. the association's full name. */
  name: line(60, 2),
  address: line(100).nullable(),
  phone: phoneNumber.nullable(),
});
export type Letterhead = z.infer<typeof letterhead>;

/** Image of the seal (印章) for papers: PNG or JPEG, 1 MB and 2,000 pixels a side at most. */
export const sealImage = z.strictObject({
  sha256: z.string(),
  mediaType: z.enum(['image/png', 'image/jpeg']),
  size: z.int().min(1),
  widthPx: z.int().min(1),
  heightPx: z.int().min(1),
});

/** What the association that runs this platform has settled. Null or empty: not yet. */
export const setUpView = z.strictObject({
  version,
  /** The association; null before its first word. */
  organisationId: id.nullable(),
  /** Names of the districts served. */
  districts: z.array(z.string()),
  letterhead: letterhead.nullable(),
  seal: sealImage.nullable(),
  updatedAt: instant.nullable(),
});
export type SetUpView = z.infer<typeof setUpView>;

export const getSetUp = route('getSetUp', {
  method: 'GET',
  path: '/set-up',
  summary: { zh: '平台设置', en: 'What the association has settled for this platform' },
  response: setUpView,
});
/** What is left out stays. */
export const changeSetUp = route('changeSetUp', {
  method: 'PATCH',
  path: '/set-up',
  summary: { zh: '修改平台设置', en: 'Settle districts and letterhead' },
  body: z.strictObject({
    districts: z.array(line(30)).max(40).optional(),
    letterhead: letterhead.nullable().optional(),
  }),
  response: setUpView,
});
export const putSeal = route('putSeal', {
  method: 'PUT',
  path: '/set-up/seal',
  transfer: 'upload',
  summary: { zh: '上传印章图片', en: 'Send the image of the seal' },
  response: setUpView,
});
export const removeSeal = route('removeSeal', {
  method: 'DELETE',
  path: '/set-up/seal',
  summary: { zh: '移除印章图片', en: 'Take the image of the seal away' },
  response: setUpView,
});
/** For the association and for services that make papers: nobody else gets the image by itself. */
export const downloadSeal = route('downloadSeal', {
  method: 'GET',
  path: '/set-up/seal',
  transfer: 'download',
  summary: { zh: '下载印章图片', en: 'Download the image of the seal' },
});
