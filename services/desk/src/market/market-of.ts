import type {
  AgreementBody,
  AppointmentBody,
  LotBody,
  NeedBody,
  NeedMatchesBody,
  NeedState,
  ResponseBody,
} from '@duijie/contracts';

/** What the desk knows of a need. */
export interface KnownOfNeed {
  /** Null for a draft. */
  readonly need: NeedBody | null;
  readonly matches: NeedMatchesBody | null;
  readonly introductions: readonly { readonly introducedAt: Date | null; readonly live: 1 | null }[];
  readonly lots: readonly LotBody[];
  readonly appointments: readonly AppointmentBody[];
  readonly responses: readonly ResponseBody[];
  readonly agreements: readonly AgreementBody[];
}

/** What the market counts of a need. */
export interface MarketNeed {
  readonly needId: string;
  readonly compoundId: string | null;
  readonly title: string;
  readonly organisationName: string;
  readonly state: NeedState;
  readonly district: string;
  /** Each once. */
  readonly leaves: readonly string[];
  readonly supplied: 0 | 1 | null;
  readonly publishedAt: Date;
  readonly matchedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly signedOn: string | null;
  readonly acceptedAt: Date | null;
}
/** What one provider does of one leaf under a signed agreement. */
export interface MarketPart {
  readonly agreementId: string;
  readonly leaf: string;
  readonly organisationId: string;
  readonly signedOn: string;
  readonly amountFen: number | null;
}

const hidden: readonly NeedState[] = ['draft', 'submitted', 'returned'];
const open: readonly NeedState[] = ['published', 'responding'];
const over: readonly LotBody['state'][] = ['failed', 'given_back', 'closed'];

const instants = (texts: readonly (string | null | undefined)[]): number[] =>
  texts.flatMap((text) => (text ? [Date.parse(text)] : []));
const earliest = (times: readonly number[]): Date | null => (times.length > 0 ? new Date(Math.min(...times)) : null);
const latest = (times: readonly number[]): Date | null => (times.length > 0 ? new Date(Math.max(...times)) : null);

/** Once every lot that goes on has its provider. */
function decidedAtOf(lots: readonly LotBody[]): Date | null {
  const awards = lots.filter(({ state }) => !over.includes(state)).map(({ award }) => award);
  const standing = awards.flatMap((award) => (award && award.state !== 'cancelled' ? [award.decidedAt] : []));
  return standing.length === awards.length ? latest(instants(standing)) : null;
}

/**
 * Makes of a need what everybody may count of it.
 * @returns null for a need that not everybody sees: never published, taken back, or back in screening
 */
export function marketNeedOf(known: KnownOfNeed): MarketNeed | null {
  const { need, matches, introductions, lots, appointments, responses, agreements } = known;
  if (!need || need.publishedAt === null || hidden.includes(need.state)) return null;
  const held = agreements.filter(({ state }) => state === 'signed' || state === 'completed');
  const reached = [
    ...introductions.flatMap(({ introducedAt }) => (introducedAt ? [introducedAt.getTime()] : [])),
    ...instants(appointments.map(({ askedAt }) => askedAt)),
    ...instants(responses.map(({ submittedAt }) => submittedAt)),
    ...instants(lots.map(({ award }) => award?.decidedAt)),
  ];
  const found =
    (matches?.suggested ?? 0) > 0 ||
    introductions.some(({ live }) => live === 1) ||
    lots.some(({ responseCount }) => responseCount > 0);
  return {
    needId: need.id,
    compoundId: need.place.compoundId,
    title: need.title,
    organisationName: need.organisationName,
    state: need.state,
    district: need.place.district,
    leaves: [...new Set(need.components.map(({ code }) => code))],
    supplied: !open.includes(need.state) || (matches === null && !found) ? null : found ? 1 : 0,
    publishedAt: new Date(need.publishedAt),
    matchedAt: earliest(reached),
    decidedAt: decidedAtOf(lots),
    signedOn:
      held
        .flatMap(({ signedOn }) => signedOn ?? [])
        .toSorted()
        .at(-1) ?? null,
    acceptedAt:
      need.state === 'completed'
        ? latest(instants(held.flatMap(({ state, endedAt }) => (state === 'completed' ? [endedAt] : []))))
        : null,
  };
}

/** Who does what under the agreements that were signed and hold or held to their end. */
export const marketPartsOf = (agreements: readonly AgreementBody[]): MarketPart[] =>
  agreements.flatMap(({ id, state, components, priceFen, signedOn }) => {
    if ((state !== 'signed' && state !== 'completed') || signedOn === null) return [];
    const [only, ...others] = components;
    const parts = only && others.length === 0 ? [{ ...only, amountFen: only.amountFen ?? priceFen }] : components;
    return [...new Map(parts.map((part) => [part.code, part])).values()].map(({ code, organisationId, amountFen }) => ({
      agreementId: id,
      leaf: code,
      organisationId,
      amountFen,
      signedOn,
    }));
  });
