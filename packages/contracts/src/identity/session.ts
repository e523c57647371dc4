import { z } from 'zod';
import { actor } from '../actor';
import { routesOf } from '../route';

const route = routesOf('identity');

/** How the gateway learns who stands behind a cookie or a token. */
export const resolveActor = route('resolveActor', {
  method: 'POST',
  path: '/internal/actors',
  kind: 'call',
  internal: true,
  summary: { zh: '解析会话', en: 'Resolve a session or access token' },
  body: z.strictObject({
    credential: z.strictObject({ type: z.enum(['session', 'token']), secret: z.string().max(200) }),
    organisationId: z.uuid().nullable(),
  }),
  response: z.strictObject({ actor }),
  status: 200,
});
