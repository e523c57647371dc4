import type { AffiliationKind } from '../vocabulary/affiliation-kind';
import { conflictCodes, conflictWords, type ConflictCode, type ConflictEffect } from './conflict-words';

/** One tie: `from` sponsors, leads, hosts … `to`. */
export interface ConflictLink {
  readonly from: string;
  readonly type: AffiliationKind;
  readonly to: string;
}

export interface ConflictQuestion {
  /** Who would supply; of a consortium, its leader. */
  readonly providerId: string;
  /** The other members of the consortium; empty for one alone. */
  readonly memberIds: readonly string[];
  /** `excludedOrganisationIds` of the need: who drafted, screened, brokers or supervises it. */
  readonly excludedIds: readonly string[];
  /** `flaggedOrganisationIds` of the need: associations that drafted or screened it. */
  readonly flaggedIds: readonly string[];
  /** Those of the offer to whom their office has shown what others offered, before they handed in; none unless given. */
  readonly informedIds?: readonly string[];
  readonly posterId: string;
  /**
   * Ties among those concerned, at least every one that begins or ends at the provider, a member or a rival. Ties of
   * others are taken into account too and do no harm.
   */
  readonly links: readonly ConflictLink[];
  /** Organisations that respond to the same lot already, consortium members included. */
  readonly rivals: readonly string[];
}

/** One thing found about one organisation of the offer. */
export interface ConflictFinding {
  readonly code: ConflictCode;
  /** The provider or member concerned. */
  readonly organisationId: string;
  /** Who stands on the other side: for staff only. Null when it is the organisation itself. */
  readonly otherId: string | null;
  readonly effect: ConflictEffect;
  /** For staff. */
  readonly words: { readonly zh: string; readonly en: string };
  /** For the provider: never tells who stands behind the wall. */
  readonly publicWords: { readonly zh: string; readonly en: string };
}

export interface ConflictAnswer {
  /** `blocked` may not supply; `flagged` waits for a broker's recorded decision. */
  readonly outcome: 'clear' | 'flagged' | 'blocked';
  /** Without repetition, provider first, then members as given; within one by severity. */
  readonly findings: readonly ConflictFinding[];
}

const tying: ReadonlySet<AffiliationKind> = new Set(['sponsors', 'leads', 'hosts']);
const grouping: ReadonlySet<AffiliationKind> = new Set(['sponsors', 'leads']);

/** Neighbours by ties of some kinds, whichever way they run. */
function neighbours(links: readonly ConflictLink[], kinds: ReadonlySet<AffiliationKind>) {
  const found = new Map<string, Set<string>>();
  const join = (a: string, b: string) => found.set(a, (found.get(a) ?? new Set()).add(b));
  for (const { from, type, to } of links) {
    if (!kinds.has(type) || from === to) continue;
    join(from, to);
    join(to, from);
  }
  return (id: string): ReadonlySet<string> => found.get(id) ?? new Set();
}

/**
 * Checks whether an organisation, alone or leading a consortium, may supply a need (利益回避).
 *
 * Blocked: one of them is the poster, is behind the need's wall (drafted, screened, brokers, supervises), or drafted for
 * the poster. Flagged for a broker: one of them sponsors, leads or hosts (either way) somebody behind the wall, the
 * poster, or an association that drafted or screened the need; is such an association, or one that has read what others
 * offer; or belongs to one provider group with somebody who responds to the same lot. A group is joined by `sponsors` and `leads`, directly or over one organisation in between,
 * so that two subsidiaries of one firm belong together.
 *
 * @param question ids of any form; only equality counts
 * @returns the outcome, which more ties never make lighter, and what it rests on
 * @see DOMAIN.md, conflict wall; Implementing Rules of the Government Procurement Law, art. 18: whether sponsoring is
 * "managing" is not settled, so a broker decides
 * @example
 * checkConflict({ providerId: 'firm', memberIds: [], excludedIds: [], flaggedIds: [], posterId: 'community',
 *   links: [{ from: 'firm', type: 'drafted', to: 'community' }], rivals: [] }).outcome; // 'blocked'
 */
export function checkConflict(question: ConflictQuestion): ConflictAnswer {
  const { providerId, memberIds, posterId, links, rivals, informedIds = [] } = question;
  const excluded = new Set(question.excludedIds);
  const flagged = new Set(question.flaggedIds);
  const tied = neighbours(links, tying);
  const grouped = neighbours(links, grouping);
  const offering = [...new Set([providerId, ...memberIds])];
  const others = [...new Set(rivals)].filter((rival) => !offering.includes(rival));
  const sameGroup = (one: string, rival: string): boolean =>
    grouped(one).has(rival) || [...grouped(one)].some((between) => grouped(between).has(rival));

  const findings = offering.flatMap((organisationId) => {
    const found: [ConflictCode, string | null][] = [];
    if (organisationId === posterId) found.push(['poster_itself', null]);
    if (links.some(({ from, type, to }) => type === 'drafted' && from === organisationId && to === posterId))
      found.push(['drafted', posterId]);
    if (excluded.has(organisationId)) found.push(['excluded', null]);
    for (const other of tied(organisationId)) {
      if (other === posterId) found.push(['linked_to_poster', other]);
      else if (excluded.has(other)) found.push(['linked_to_excluded', other]);
      else if (flagged.has(other)) found.push(['linked_to_flagged', other]);
    }
    if (flagged.has(organisationId)) found.push(['flagged_association', null]);
    if (informedIds.includes(organisationId)) found.push(['knows_rivals', null]);
    for (const rival of others) if (sameGroup(organisationId, rival)) found.push(['same_group', rival]);
    return found
      .toSorted(([a], [b]) => conflictCodes.indexOf(a) - conflictCodes.indexOf(b))
      .map(([code, otherId]): ConflictFinding => ({ code, organisationId, otherId, ...conflictWords[code] }));
  });
  return {
    outcome: findings.some(({ effect }) => effect === 'block') ? 'blocked' : findings.length > 0 ? 'flagged' : 'clear',
    findings,
  };
}
