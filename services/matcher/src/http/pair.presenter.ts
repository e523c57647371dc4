import type { NeedBody, NeedMatch, PackageBody, PackageMatch } from '@duijie/contracts';
import { reasonText, type Contribution, type Finding, type Reason } from '@duijie/match-engine';
import type { Words } from '@duijie/service-kit';
import type { Link } from '../persistence/affiliations.read-model';
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

/** The parts that every view of a pair has. @param links of the pair's provider */
export const presentFacts = (pair: PairFacts, providerId: string, links: readonly Link[]) => ({
  score: pair.score,
  scoreShown: shownScore(pair.score),
  contributions: pair.contributions.map(({ part, points }) => ({ part, points, words: partWords[part] })),
  reasons: pair.reasons.map(inWords),
  findings: pair.findings.map(({ rule, outcome, reason }) => ({ rule, outcome, words: inWords(reason) })),
  flags: links.flatMap((link) => flagOf(link, providerId)),
  covered: [...pair.covered],
  weightsVersion: pair.weightsVersion,
});

function flagOf({ from, type, to }: Link, providerId: string): NeedMatch['flags'] {
  if (to === providerId)
    return type === 'sponsors'
      ? [
          {
            code: 'sponsored_by_excluded',
            organisationId: from,
            words: {
              zh: '由须回避的机构出资举办,请撮合人判断',
              en: 'Sponsored by an organisation that must stand aside',
            },
          },
        ]
      : [
          {
            code: 'led_by_excluded',
            organisationId: from,
            words: {
              zh: '由须回避的机构牵头或托管,请撮合人判断',
              en: 'Led or hosted by an organisation that must stand aside',
            },
          },
        ];
  return from === providerId
    ? [
        {
          code: 'sponsors_excluded',
          organisationId: to,
          words: { zh: '出资举办了须回避的机构,请撮合人判断', en: 'Sponsors an organisation that must stand aside' },
        },
      ]
    : [];
}

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

/** A stored pair seen from the need. */
export const presentNeedMatch = (row: MatchRow, pkg: PackageBody, links: readonly Link[]): NeedMatch => ({
  id: row.id,
  version: row.version,
  needId: row.needId,
  package: presentPackage(pkg),
  state: row.state,
  rank: row.place,
  ...presentFacts(row, row.providerId, links),
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});
