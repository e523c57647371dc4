import { z } from 'zod';
import { id } from '../primitives';
import { routesOf } from '../route';
import { needContact } from './need-input';
import { needView } from './need-view';

/**
 * Who reads a need once it is published: `public` anybody, signed in or not, neighbours and providers alike; `introduced` a
 * provider that it was introduced to; `overseers` officers of its area and the association.
 */
export const needReaders = ['public', 'introduced', 'overseers'] as const;
export const needReader = z.enum(needReaders);
export type NeedReader = z.infer<typeof needReader>;

/** What of a need is kept from some of its readers. */
export const hiddenNeedPart = z.enum(['contact', 'private_files', 'conflict_wall', 'drafted_by', 'origin']);
export type HiddenNeedPart = z.infer<typeof hiddenNeedPart>;

/** A need as others would read it, were it published as it stands. */
export const previewNeed = routesOf('needs')('previewNeed', {
  method: 'GET',
  path: '/needs/:needId/as-seen',
  summary: { zh: '别人会怎样看到需求', en: 'A need as others would see it' },
  params: z.strictObject({ needId: id }),
  query: z.strictObject({ by: needReader.default('public') }),
  response: z.strictObject({
    need: needView,
    /** What they are shown besides. */
    contact: needContact.nullable(),
    /** What is there and kept from them. */
    hidden: z.array(hiddenNeedPart),
  }),
});
