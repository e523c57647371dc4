import type { NeedBody } from '@duijie/contracts';
import { checkConflict, type ConflictAnswer, type ConflictFinding } from '@duijie/domain-kit';
import { Conflict, type Context } from '@duijie/service-kit';
import type { CopiesRepository } from '../copies/persistence/copies.repository';
import type { IntroductionCopies } from './persistence/introduction-copy.repository';
import type { ResponseRepository } from './persistence/response.repository';
import { isLive, type LotResponse } from './response';

/** Organisations that take part in a response. */
export const bound = ({ parties }: Pick<LotResponse, 'parties'>): readonly string[] =>
  parties
    .filter(({ standing }) => standing === 'leader' || standing === 'confirmed')
    .map(({ organisationId }) => organisationId);

/**
 * Asks the conflict wall and the group check about one response among all of its lot's attempt. A body that introduced
 * providers to the need counts as flagged, like one that screened it.
 * @param response its parties, the leader first, also those that have not confirmed yet; of them {@link informedOf} those
 * who could read what others offer
 */
export async function findConflict(
  { copies, introductions }: { readonly copies: CopiesRepository; readonly introductions: IntroductionCopies },
  ctx: Context,
  need: NeedBody,
  response: { readonly id: string; readonly parties: readonly string[]; readonly informed: readonly string[] },
  all: readonly LotResponse[],
): Promise<ConflictAnswer> {
  const [providerId = '', ...memberIds] = response.parties;
  const rivals = all.filter((each) => each.id !== response.id && isLive(each) && each.state !== 'draft').flatMap(bound);
  return checkConflict({
    providerId,
    memberIds,
    excludedIds: need.excludedOrganisationIds,
    flaggedIds: [...need.flaggedOrganisationIds, ...(await introductions.brokers(ctx, need.id))],
    informedIds: response.informed,
    posterId: need.organisationId,
    links: await copies.linksAround(ctx, [...new Set([...response.parties, ...rivals])]),
    rivals,
  });
}

/**
 * Associations among the parties of a response that is handed in now, to whose brokers the responses of others to the lot
 * are open already: of this attempt or an earlier one.
 */
export async function informedOf(
  { copies, responses }: { readonly copies: CopiesRepository; readonly responses: ResponseRepository },
  ctx: Context,
  lotId: string,
  parties: readonly string[],
): Promise<readonly string[]> {
  const known = await copies.organisations(ctx, parties);
  const associations = parties.filter((id) => known.get(id)?.kind === 'association');
  return associations.length > 0 && (await responses.disclosedBeside(ctx, lotId, parties)) ? associations : [];
}

/** Found out only among the responses to a lot: no decision on an introduction covers it. */
export const isOfThisLot = ({ code }: ConflictFinding): boolean => code === 'same_group' || code === 'knows_rivals';

/** @returns the grounds that bar a response, in words that do not tell who stands behind the wall */
export function barredWords({ findings }: ConflictAnswer): { readonly zh: string; readonly en: string } {
  const words = findings.filter(({ effect }) => effect === 'block').map(({ publicWords }) => publicWords);
  const once = (texts: readonly string[]): string[] => [...new Set(texts)];
  return { zh: once(words.map(({ zh }) => zh)).join('；'), en: once(words.map(({ en }) => en)).join('; ') };
}

/** @throws Conflict `response.barred` with the reason for the provider */
export function requireNotBarred(answer: ConflictAnswer): void {
  if (answer.outcome === 'blocked') throw new Conflict('response.barred', barredWords(answer));
}
