import { deskRoutes, type IntroductionContacts, type IntroductionView, type Page } from '@duijie/contracts';
import { actingForOf, bind, NotFound, personOf, requireReach, type BoundRoute } from '@duijie/service-kit';
import { answerIntroduction } from '../answer-introduction';
import { decideConflict } from '../decide-conflict';
import { examineConflicts } from '../examine-conflicts';
import { setMeeting, writeMinutes } from '../hold-meeting';
import { introduceProviders } from '../introduce-providers';
import { introducerOf } from '../introducer-of';
import type { IntroductionDeps } from '../introduction-deps';
import type { IntroductionEntity } from '../persistence/introduction.entity';
import { presentExamined, presentIntroduction, type Audience } from '../present-introduction';
import { reachIntroduction } from '../reach-introduction';
import { requireOpenNeed } from '../require-open-need';
import { seeContacts } from '../see-contacts';
import { withdrawIntroduction } from '../withdraw-introduction';

const pageFor = (
  { items, nextCursor }: Page<IntroductionEntity>,
  audience: Audience,
): { items: IntroductionView[]; nextCursor: string | null } => ({
  items: items.map((one) => presentIntroduction(one, audience)),
  nextCursor,
});

/** Introductions: made, listed, answered, followed by a meeting. */
export function introductionRoutesOf(
  deps: IntroductionDeps & { readonly contactsOf: (one: IntroductionEntity) => Promise<IntroductionContacts> },
): BoundRoute[] {
  const { copies, introductions } = deps;
  const r = deskRoutes;
  const reach = reachIntroduction(deps);
  const introduce = introduceProviders(deps);
  const examine = examineConflicts(deps);
  const answer = answerIntroduction(deps);
  const withdraw = withdrawIntroduction(deps);
  const decide = decideConflict(deps);
  const meet = setMeeting(deps);
  const minute = writeMinutes(deps);
  const contacts = seeContacts(deps);
  return [
    bind(r.introduce, (ctx, { body }) => introduce(ctx, body)),
    bind(r.checkNeedConflicts, async (ctx, { params, query }) => {
      const need = await requireOpenNeed(copies, ctx, params.needId);
      const audience = introducerOf(ctx, need).by === 'poster' ? 'poster' : 'staff';
      const found = await examine(ctx, need, query.providerIds);
      return { items: found.map((one) => presentExamined(one, audience)) };
    }),
    bind(r.listReceivedIntroductions, async (ctx, { query }) =>
      pageFor(
        await introductions.list(ctx, { providerId: actingForOf(ctx).organisationId }, query.state, query),
        'provider',
      ),
    ),
    bind(r.listOwnNeedsIntroductions, async (ctx, { query }) =>
      pageFor(
        await introductions.list(ctx, { posterId: actingForOf(ctx).organisationId }, query.state, query),
        'poster',
      ),
    ),
    bind(r.listIntroductions, async (ctx, { query }) => {
      const scope = query.whose === 'mine' ? { brokerPersonId: personOf(ctx).personId } : { all: true as const };
      return pageFor(await introductions.list(ctx, scope, query.state, query), 'staff');
    }),
    bind(r.listNeedIntroductions, async (ctx, { params, query }) => {
      const need = await copies.find(ctx, 'need', params.needId);
      if (!need) throw new NotFound();
      const { district, subdistrict } = need.place;
      requireReach(ctx, {
        organisationId: need.organisationId,
        district,
        subdistrict,
        visible: need.publishedAt !== null,
      });
      const byPoster = introducerOf(ctx, need).by === 'poster';
      const scope = { needId: need.id, ...(byPoster ? { openToPoster: true as const } : {}) };
      return pageFor(await introductions.list(ctx, scope, undefined, query), byPoster ? 'poster' : 'staff');
    }),
    bind(r.getIntroduction, async (ctx, { params }) => {
      const { one, standing } = await reach(ctx, params.introductionId);
      return presentIntroduction(one, standing.audience);
    }),
    bind(r.getIntroductionContacts, (ctx, { params }) => contacts(ctx, params.introductionId)),
    bind(r.answerIntroduction, (ctx, { params, body, ifMatch }) => answer(ctx, params.introductionId, body, ifMatch)),
    bind(r.withdrawIntroduction, (ctx, { params, body, ifMatch }) =>
      withdraw(ctx, params.introductionId, body.reason ?? null, ifMatch),
    ),
    bind(r.decideIntroductionConflict, (ctx, { params, body, ifMatch }) =>
      decide(ctx, params.introductionId, body, ifMatch),
    ),
    bind(r.setMeeting, (ctx, { params, body, ifMatch }) => meet(ctx, params.introductionId, body, ifMatch)),
    bind(r.writeMinutes, (ctx, { params, body, ifMatch }) => minute(ctx, params.introductionId, body.minutes, ifMatch)),
  ];
}
