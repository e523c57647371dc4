import { z } from 'zod';
import { id } from '../primitives';
import { routesOf } from '../route';

const route = routesOf('needs');
const one = z.strictObject({ needId: id });

/**
 * Word file of one page of A4 with a large QR code to the need's public page. 409 `need.not-published` before there is
 * one, `origin.unknown` where this installation was not told its own address.
 */
export const downloadNeedPoster = route('downloadNeedPoster', {
  method: 'GET',
  path: '/needs/:needId/poster',
  transfer: 'download',
  summary: { zh: '需求海报（带二维码，Word）', en: 'Poster of a need with a QR code, as a Word file' },
  params: one,
});
/** Word file with room for the seal. 409 as the poster. */
export const downloadNeedNotice = route('downloadNeedNotice', {
  method: 'GET',
  path: '/needs/:needId/notice',
  transfer: 'download',
  summary: { zh: '需求公告（Word，留盖章处）', en: 'Notice of a need to be sealed, as a Word file' },
  params: one,
});
/** Short lines without anybody's phone number. 409 as the poster. */
export const getNeedGroupText = route('getNeedGroupText', {
  method: 'GET',
  path: '/needs/:needId/group-text',
  summary: { zh: '需求的群通知文本', en: 'Text about a need to copy into a group chat' },
  params: one,
  response: z.strictObject({ zh: z.string(), en: z.string() }),
});
