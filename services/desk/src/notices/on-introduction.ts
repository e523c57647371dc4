import type { IntroductionListener } from '../introductions/introduction-deps';
import type { CopiesRepository } from '../copies/persistence/copies.repository';
import { deeds } from './deeds';
import { noticesOfIntroduction } from './rules/notices-of-introduction';
import { noticesOnBehalf } from './rules/notices-on-behalf';
import type { Tell } from './tell';

/** Makes notices of the steps of introductions, in their transaction, and tells them at once. */
export const noticesOnIntroduction =
  ({ copies, tell }: { readonly copies: CopiesRepository; readonly tell: Tell }): IntroductionListener =>
  async (ctx, needId, steps) => {
    const need = await copies.find(ctx, 'need', needId);
    const drafts = steps.flatMap(({ introduction: one, step }) => [
      ...noticesOnBehalf(ctx.actor, {
        deed: deeds.introduction(step),
        subject: { type: 'introduction', id: one.id },
        fact: `v${one.version}`,
        needTitle: one.needTitle,
      }),
      ...noticesOfIntroduction(one, step, need),
    ]);
    await tell(ctx, drafts);
  };
