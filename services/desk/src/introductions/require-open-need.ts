import type { NeedBody } from '@duijie/contracts';
import { Conflict, NotFound, requireReach, type Context } from '@duijie/service-kit';
import type { CopiesRepository } from '../copies/persistence/copies.repository';

/**
 * The need that somebody is to be introduced to.
 * @throws NotFound before it was published, NotAllowed, Conflict `need.not-open` once it takes nobody any more
 */
export async function requireOpenNeed(copies: CopiesRepository, ctx: Context, needId: string): Promise<NeedBody> {
  const need = await copies.find(ctx, 'need', needId);
  if (!need || need.publishedAt === null) throw new NotFound();
  const { district, subdistrict } = need.place;
  requireReach(ctx, { organisationId: need.organisationId, district, subdistrict, visible: true });
  if (need.state !== 'published' && need.state !== 'responding')
    throw new Conflict('need.not-open', { zh: '需求当前不接受推介', en: 'The need takes no introductions now' });
  return need;
}
