import type { IntroductionView } from '@duijie/contracts';
import { Conflict, NotAllowed, ValidationFailed, type Context, type TransactionContext } from '@duijie/service-kit';
import type { IntroductionDeps } from './introduction-deps';
import { nextIntroductionState } from './introduction-lifecycle';
import type { IntroductionEntity } from './persistence/introduction.entity';
import { presentIntroduction } from './present-introduction';
import { lockIntroduction } from './reach-introduction';
import { storeIntroduction } from './store-introduction';

export interface Answer {
  readonly answer: 'interested' | 'declined';
  readonly by: 'provider' | 'poster' | 'broker';
  readonly reason: string | null;
}

/**
 * Writes an answer to an introduction that is locked.
 * @throws Conflict `introduction.<state>`, `introduction.declined-by-poster`, `need.not-open`
 */
export const applyAnswer = (deps: IntroductionDeps) => {
  const store = storeIntroduction(deps);
  return async (
    ctx: TransactionContext,
    before: IntroductionEntity,
    { answer, by, reason }: Answer,
  ): Promise<IntroductionEntity> => {
    const state = nextIntroductionState(before.state, answer === 'interested' ? 'accept' : 'decline');
    if (answer === 'interested') {
      if (before.answeredBy === 'poster')
        throw new Conflict('introduction.declined-by-poster', {
          zh: '发布方已婉拒',
          en: 'The poster declined',
        });
      const need = await deps.copies.find(ctx, 'need', before.needId);
      if (!need || !['published', 'responding', 'deciding'].includes(need.state))
        throw new Conflict('need.not-open', { zh: '需求已不再征集', en: 'The need looks for nobody any more' });
      const others = await deps.introductions.ofNeed(ctx, before.needId);
      if (others.some((one) => one.id !== before.id && one.providerId === before.providerId && one.live !== null))
        throw new Conflict('introduction.renewed', { zh: '已有新的推介', en: 'There is a newer introduction' });
    }
    const after = { ...before, state, answeredAt: deps.clock.now(), answeredBy: by, reason };
    return store(ctx, before, after, answer, reason);
  };
};

/** One tap by the provider; the poster may decline with a reason. */
export const answerIntroduction = (deps: IntroductionDeps) => {
  const lock = lockIntroduction(deps);
  const apply = applyAnswer(deps);
  return (
    ctx: Context,
    introductionId: string,
    body: { readonly answer: Answer['answer']; readonly reason?: string | undefined },
    ifMatch: number,
  ): Promise<IntroductionView> =>
    deps.database.run(ctx, async (inner) => {
      const { one, standing } = await lock(inner, introductionId, ifMatch);
      const reason = body.reason ?? null;
      if (!standing.provider && (!standing.poster || body.answer === 'interested'))
        throw new NotAllowed({
          reason: 'introduction.not-addressed',
          detail: { zh: '由被推介的服务方回应', en: 'The provider who was introduced answers' },
        });
      if (!standing.provider && reason === null)
        throw new ValidationFailed([
          { pointer: '/reason', detail: { zh: '请写明婉拒的理由', en: 'Say why you decline the provider' } },
        ]);
      const by = standing.provider ? 'provider' : 'poster';
      const after = await apply(inner, one, { answer: body.answer, by, reason });
      return presentIntroduction(after, standing.audience);
    });
};
