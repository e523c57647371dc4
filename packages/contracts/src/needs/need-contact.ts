import { z } from 'zod';
import { id } from '../primitives';
import { routesOf } from '../route';
import { needContact } from './need-input';

/** For services that show a need's contact to those who may see it, e.g. to the introduced. */
export const getNeedContact = routesOf('needs')('getNeedContact', {
  method: 'GET',
  path: '/internal/needs/:needId/contact',
  internal: true,
  summary: { zh: '需求联系人', en: 'Contact of a need' },
  params: z.strictObject({ needId: id }),
  response: z.strictObject({ contact: needContact.nullable() }),
});
