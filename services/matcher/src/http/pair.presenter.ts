import type { NeedBody, NeedMatch, PackageBody, PackageMatch } from '@duijie/contracts';
import {
  contributionsFrom,
  reasonText,
  type Contribution,
  type Finding,
  type Ranked,
  type Reason,
} from '@duijie/match-engine';
import type { Words } from '@duijie/service-kit';
import type { MatchRow } from '../persistence/match.repository';
import { partWords } from './part-words';

/** A reason in both languages. */
export const inWords = (reason: Reason): Words => ({ zh: reasonText(reason, 'zh'), en: reasonText(reason, 'en') });

/** 0–10,000 as people see it: 0–100 with one decimal. */
export const shownScore = (score: number): number => Math.round(score / 10) / 10;

export interface PairFacts {
  readonly score: number;
  readonly contributions: readonly Contribution[];
  readonly reasons: readonly Reason[];
  readonly findings: readonly Finding[];
  readonly covered: readonly string[];
  readonly weightsVersion: string;
}

/** The parts that every view of a pair has. */
export const presentFacts = (pair: PairFacts, flags: NeedMatch['flags']) => ({
  score: pair.score,
  scoreShown: shownScore(pair.score),
  contributions: pair.contributions.map(({ part, points }) => ({ part, points, words: partWords[part] })),
  reasons: pair.reasons.map(inWords),
  findings: pair.findings.map(({ rule, outcome, reason }) => ({ rule, outcome, words: inWords(reason) })),
  flags,
  covered: [...pair.covered],
  weightsVersion: pair.weightsVersion,
});

export const presentPackage = (pkg: PackageBody): NeedMatch['package'] => ({
  id: pkg.id,
  title: pkg.title,
  state: pkg.state,
  providerId: pkg.providerId,
  providerName: pkg.providerName,
  providerKind: pkg.providerKind,
  price: pkg.price,
  coreService: pkg.coreService,
  demo: pkg.demo,
});

export const presentNeed = (need: NeedBody): PackageMatch['need'] => ({
  id: need.id,
  title: need.title,
  state: need.state,
  organisationId: need.organisationId,
  organisationName: need.organisationName,
  district: need.place.district,
  subdistrict: need.place.subdistrict,
  money: need.money,
  funding: need.funding,
  urgency: need.urgency,
  mode: need.mode,
  responsesDueAt: need.responsesDueAt,
  demo: need.demo,
});

/**
 * What is shown of a stored pair: its score and what made it as stored, the rest as it was said just now. Where nothing was
 * said, the score stands by itself.
 */
export const storedFacts = (row: MatchRow, said: Ranked | undefined): PairFacts => ({
  score: row.score,
  contributions: contributionsFrom(row.points),
  reasons: said?.reasons ?? [],
  findings: said?.findings ?? [],
  covered: said?.covered ?? [],
  weightsVersion: row.weightsVersion,
});

/** A stored pair seen from the need. */
export const presentNeedMatch = (
  row: MatchRow,
  said: Ranked | undefined,
  pkg: PackageBody,
  { flags, progress }: Pick<NeedMatch, 'flags' | 'progress'>,
): NeedMatch => ({
  id: row.id,
  version: row.version,
  needId: row.needId,
  package: presentPackage(pkg),
  state: row.state,
  progress,
  rank: row.place,
  ...presentFacts(storedFacts(row, said), flags),
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});
