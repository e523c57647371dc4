import { z } from 'zod';
import { id, line, queryFlag } from '../primitives';
import { routesOf } from '../route';
import { needView } from './need-view';

const route = routesOf('needs');
const one = z.strictObject({ needId: id });
const attachment = one.extend({ attachmentId: id });

/** At most 30 a need; its page lists them. */
export const addNeedAttachment = route('addNeedAttachment', {
  method: 'POST',
  path: '/needs/:needId/attachments',
  transfer: 'upload',
  summary: { zh: '上传需求附件', en: 'Attach a file to a need' },
  params: one,
  body: z.strictObject({
    /** The file's name unless given. */
    title: line(120).optional(),
    private: queryFlag.default(false),
  }),
  response: needView,
});
export const downloadNeedAttachment = route('downloadNeedAttachment', {
  method: 'GET',
  path: '/needs/:needId/attachments/:attachmentId',
  transfer: 'download',
  summary: { zh: '下载需求附件', en: 'Download a file of a need' },
  params: attachment,
});
/** Only before publication: what was published stays. */
export const removeNeedAttachment = route('removeNeedAttachment', {
  method: 'DELETE',
  path: '/needs/:needId/attachments/:attachmentId',
  summary: { zh: '移除需求附件', en: 'Remove a file from a draft' },
  params: attachment,
  response: needView,
});
