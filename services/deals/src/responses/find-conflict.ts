import type { NeedBody } from '@duijie/contracts';
import { checkConflict, type ConflictAnswer } from '@duijie/domain-kit';
import { Conflict, type Context } from '@duijie/service-kit';
import type { CopiesRepository } from '../copies/persistence/copies.repository';
import { isLive, type LotResponse } from './response';

/** Organisations that take part in a response. */
export const bound = ({ parties }: Pick<LotResponse, 'parties'>): readonly string[] =>
  parties
    .filter(({ standing }) => standing === 'leader' || standing === 'confirmed')
    .map(({ organisationId }) => organisationId);

/**
 * Asks the conflict wall and the group check about one response among all of its lot's attempt.
 * @param parties of the response, the leader first, also those that have not confirmed yet
 */
export async function findConflict(
  copies: CopiesRepository,
  ctx: Context,
  need: NeedBody,
  response: { readonly id: string; readonly parties: readonly string[] },
  all: readonly LotResponse[],
): Promise<ConflictAnswer> {
  const [providerId = '', ...memberIds] = response.parties;
  const rivals = all.filter((each) => each.id !== response.id && isLive(each) && each.state !== 'draft').flatMap(bound);
  return checkConflict({
    providerId,
    memberIds,
    excludedIds: need.excludedOrganisationIds,
    flaggedIds: need.flaggedOrganisationIds,
    posterId: need.organisationId,
    links: await copies.linksAround(ctx, [...new Set([...response.parties, ...rivals])]),
    rivals,
  });
}

/** @returns the grounds that bar a response, in words that do not tell who stands behind the wall */
export function barredWords({ findings }: ConflictAnswer): { readonly zh: string; readonly en: string } {
  const words = findings.filter(({ effect }) => effect === 'block').map(({ publicWords }) => publicWords);
  const once = (texts: readonly string[]): string[] => [...new Set(texts)];
  return { zh: once(words.map(({ zh }) => zh)).join(';'), en: once(words.map(({ en }) => en)).join('; ') };
}

/** @throws Conflict `response.barred` with the reason for the provider */
export function requireNotBarred(answer: ConflictAnswer): void {
  if (answer.outcome === 'blocked') throw new Conflict('response.barred', barredWords(answer));
}
