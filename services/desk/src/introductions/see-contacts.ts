import type { IntroductionContacts } from '@duijie/contracts';
import { actingForOf, NotFound, type Context } from '@duijie/service-kit';
import type { IntroductionDeps } from './introduction-deps';
import { requireIntroduced } from './introduction-lifecycle';
import type { IntroductionEntity } from './persistence/introduction.entity';
import { reachIntroduction } from './reach-introduction';

/** Contact persons of both sides for the introduced, for brokers, and for the officer's office that introduced. */
export const seeContacts = (
  deps: Pick<IntroductionDeps, 'introductions'> & {
    readonly contactsOf: (one: IntroductionEntity) => Promise<IntroductionContacts>;
  },
) => {
  const reach = reachIntroduction(deps);
  return async (ctx: Context, introductionId: string): Promise<IntroductionContacts> => {
    const { one, standing } = await reach(ctx, introductionId);
    const acting = actingForOf(ctx);
    const brokers = acting.kind === 'association' || acting.organisationId === one.brokerOrganisationId;
    if (!standing.provider && !standing.poster && !brokers) throw new NotFound();
    requireIntroduced(one.state);
    return deps.contactsOf(one);
  };
};
