import type { ConflictOutcome, OfferedContent, ResponseBody, ResponseState } from '@duijie/contracts';
import type { ConflictFinding } from '@duijie/domain-kit';
import type { Fault } from '@duijie/service-kit';
import type { Lot } from '../lots/lot';

/** How an organisation takes part in a response. */
export type Standing = 'leader' | 'invited' | 'confirmed' | 'declined';
export interface Party {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly standing: Standing;
}

/** What is offered, as it is kept: with the version of the package that it points to, and the salt of its hash. */
export type KeptContent = OfferedContent;

/** A response to a lot as deals keeps it. Of a sealed one, `content` and what is drawn from it are null until it is opened. */
export interface LotResponse {
  readonly id: string;
  readonly version: number;
  readonly lotId: string;
  readonly needId: string;
  /** Of the lot. */
  readonly attempt: number;
  /** The need as it stood when this was written, or handed in later; null of what is older than this was kept. */
  readonly needVersion: number | null;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly state: ResponseState;
  readonly sealed: boolean;
  /** Others than its parties may know of it: from its submission on, of a sealed one from its opening on. */
  readonly disclosed: boolean;
  readonly packageId: string | null;
  readonly packageVersion: number | null;
  readonly priceFen: number | null;
  readonly content: KeptContent | null;
  /** Counts contents, from 1. */
  readonly contentVersion: number;
  readonly contentSha256: string;
  /** What keeps its content from being submitted; told without the content. */
  readonly lacks: readonly Fault[];
  readonly conflict: ConflictOutcome;
  readonly findings: readonly ConflictFinding[];
  readonly clearance: {
    readonly allow: boolean;
    readonly reason: string;
    readonly organisationId: string;
    readonly at: string;
  } | null;
  readonly because: { readonly zh: string; readonly en: string } | null;
  readonly submittedAt: Date | null;
  readonly openedAt: Date | null;
  readonly parties: readonly Party[];
  readonly demo: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const live: readonly ResponseState[] = ['draft', 'submitted', 'opened', 'shortlisted', 'awarded'];
/** Whether its parties are bound by it: they may not respond to the lot otherwise. */
export const isLive = ({ state }: Pick<LotResponse, 'state'>): boolean => live.includes(state);
/** Whether a decision may still choose it. */
export const isInTheRunning = ({ state }: Pick<LotResponse, 'state'>): boolean =>
  state === 'submitted' || state === 'opened' || state === 'shortlisted';
/** Whether nobody may read what it offers. */
export const isUnopened = ({ sealed, openedAt }: Pick<LotResponse, 'sealed' | 'openedAt'>): boolean =>
  sealed && openedAt === null;

/** What everybody may know of a response that is disclosed. */
export const responseBodyOf = (response: LotResponse, lot: Lot): ResponseBody => ({
  id: response.id,
  version: response.version,
  lotId: response.lotId,
  needId: response.needId,
  attempt: response.attempt,
  ...(response.needVersion === null ? {} : { needVersion: response.needVersion }),
  state: response.state,
  posterId: lot.organisationId,
  needTitle: lot.needTitle,
  organisationId: response.organisationId,
  organisationName: response.organisationName,
  packageId: response.packageId,
  packageVersion: response.packageVersion,
  members: response.parties
    .filter(({ standing }) => standing === 'invited' || standing === 'confirmed')
    .map(({ organisationId, organisationName, standing }) => ({
      organisationId,
      organisationName,
      confirmed: standing === 'confirmed',
    })),
  conflict: response.conflict,
  submittedAt: response.submittedAt?.toISOString() ?? null,
  updatedAt: response.updatedAt.toISOString(),
  demo: response.demo,
});
