import type { OrganisationState, ResponseInput } from '@duijie/contracts';
import { actingForOf, ValidationFailed, type Context } from '@duijie/service-kit';
import type { CopiesRepository } from '../copies/persistence/copies.repository';
import type { LotResponse, Party } from './response';

type Organisation = Pick<OrganisationState, 'id' | 'kind' | 'name' | 'verification'>;

/** The caller's organisation as its last event told it; as its session tells it before any has come. */
function leading(ctx: Context, known: ReadonlyMap<string, OrganisationState>): Organisation {
  const { organisationId: id, organisationName: name, kind, verification } = actingForOf(ctx);
  return known.get(id) ?? { id, name, kind, verification };
}

/** Facts of the parties of a response, the leader first. Called by the leader. @throws ValidationFailed for an unknown member */
export async function factsOfParties(
  copies: CopiesRepository,
  ctx: Context,
  memberIds: ResponseInput['memberIds'],
): Promise<readonly Organisation[]> {
  const leaderId = actingForOf(ctx).organisationId;
  const known = await copies.organisations(ctx, [leaderId, ...memberIds]);
  const members = memberIds.map((memberId, at) => {
    const member = known.get(memberId);
    if (!member)
      throw new ValidationFailed([
        { pointer: `/memberIds/${at}`, detail: { zh: '没有这家机构', en: 'There is no such organisation' } },
      ]);
    return member;
  });
  return [leading(ctx, known), ...members];
}

/** Those who take part now: whoever confirmed stays so, whoever declined is asked again. */
export const partiesOf = (facts: readonly Organisation[], before: LotResponse | null): readonly Party[] =>
  facts.map(({ id, name }, at): Party => {
    const stood = before?.parties.find(({ organisationId }) => organisationId === id)?.standing;
    const standing = at === 0 ? 'leader' : stood === 'confirmed' ? 'confirmed' : 'invited';
    return { organisationId: id, organisationName: name, standing };
  });
