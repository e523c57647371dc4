import type { HiddenNeedPart, NeedReader, NeedView } from '@duijie/contracts';
import { dayOf, type Clock } from '@duijie/domain-kit';
import { NotAllowed, type Context } from '@duijie/service-kit';
import type { ShowNeed } from './http/show-need';
import type { Need } from './need';
import { seesPrivate, visibleNeed } from './need-reach';
import type { NeedRepository } from './persistence/need.repository';
import type { NeedPartsRepository } from './persistence/need-parts.repository';
import { publishNeed } from './publish-need';
import type { Reference } from './reference';

/** What readers of a need are shown, and what is there and kept from them. */
export interface NeedPreview {
  readonly need: NeedView;
  readonly contact: Need['contact'];
  readonly hidden: HiddenNeedPart[];
}

/** Shows a need as others would read it, were it published as it stands; a need that is out is shown as it is. */
export const previewNeed = ({
  needs,
  parts,
  reference,
  clock,
  show,
}: {
  readonly needs: NeedRepository;
  readonly parts: NeedPartsRepository;
  readonly reference: Reference;
  readonly clock: Clock;
  readonly show: ShowNeed;
}) => {
  async function asPublished(ctx: Context, need: Need): Promise<Need> {
    if (need.publishedAt !== null) return need;
    const now = clock.now();
    return publishNeed({ ...need, state: 'submitted' }, await reference.book(ctx), {
      on: dayOf(now),
      now,
      screening: null,
    }).need;
  }

  return async (ctx: Context, needId: string, by: NeedReader): Promise<NeedPreview> => {
    const need = await visibleNeed(needs, ctx, needId);
    if (!seesPrivate(ctx, need)) throw new NotAllowed();
    const published = await asPublished(ctx, need);
    if (by === 'overseers') return { need: await show(ctx, published), contact: need.contact, hidden: [] };
    const files = await parts.attachments(ctx, need.id);
    const hidden = (
      [
        ['contact', by === 'public' && need.contact !== null],
        ['private_files', files.some((file) => file.private)],
        ['conflict_wall', need.exclusions.length > 0],
        ['drafted_by', need.draftedByOrganisationId !== null],
        ['origin', need.origin !== null],
      ] as const
    ).flatMap(([part, there]) => (there ? [part] : []));
    // The same page that strangers get: without any right but that of everybody.
    const stranger: Context = { ...ctx, actor: { type: 'anonymous' }, grants: [] };
    return {
      need: await show(stranger, published),
      contact: by === 'introduced' ? need.contact : null,
      hidden,
    };
  };
};
