import { z } from 'zod';
import { pageOf, pageQuery } from '../page';
import type { PolicyOf } from '../policy';
import { person } from '../policy';
import { day, id, instant, leafCode, line } from '../primitives';
import { routesOf } from '../route';
import { needState } from '../state/need';

const route = routesOf('desk');

/** What the figures are told apart by; `category` is a group of the service taxonomy. */
export const marketBys = ['all', 'month', 'district', 'category', 'leaf'] as const;
export const marketBy = z.enum(marketBys);
export type MarketBy = z.infer<typeof marketBy>;
/** Groups of fewer are not told: they would name somebody. */
export const fewestTold = 3;
/** A period is at most so long. */
export const longestMarketMonths = 37;

const query = pageQuery.extend({
  by: marketBy.default('all'),
  /** First day; eleven months before the month of `to` unless given. */
  from: day.optional(),
  /** Last day, today unless given. */
  to: day.optional(),
  district: line(30).optional(),
  /** Code of a group of the service taxonomy. */
  category: z
    .string()
    .regex(/^[a-z]+$/)
    .max(40)
    .optional(),
});
export type MarketQuery = z.output<typeof query>;

/** What the figures are of: one of them is there, none where they are of all. */
const key = {
  month: z.string().nullable(),
  district: z.string().nullable(),
  category: z.string().nullable(),
  leaf: leafCode.nullable(),
  name: z.strictObject({ zh: z.string(), en: z.string() }),
};

/** Needs that were published in the period, by how far they are. By category or leaf, a need counts under each of its own. */
export const marketNeeds = z.strictObject({
  ...key,
  needs: z.int().min(0),
  open: z.int().min(0),
  deciding: z.int().min(0),
  /** Awarded or in delivery. */
  underWay: z.int().min(0),
  completed: z.int().min(0),
  failed: z.int().min(0),
  /** Withdrawn, merged or referred after publication. */
  closed: z.int().min(0),
  /** Open ones that no package fits: demand without supply. */
  withoutPackage: z.int().min(0),
});
export type MarketNeeds = z.infer<typeof marketNeeds>;
export const listMarketNeeds = route('listMarketNeeds', {
  method: 'GET',
  path: '/market/needs',
  summary: { zh: '市场：需求数量', en: 'Market: needs by how far they are' },
  query,
  response: pageOf(marketNeeds),
});

/** Quartiles by nearest rank, in days from publication. */
export const marketSpread = z.strictObject({
  needs: z.int().min(fewestTold),
  lowerDays: z.number().min(0),
  medianDays: z.number().min(0),
  upperDays: z.number().min(0),
});
export type MarketSpread = z.infer<typeof marketSpread>;
export const marketTimes = z.strictObject({
  ...key,
  /** To the first provider: introduced, asked, or known to have responded. Null for fewer than three needs. */
  toMatch: marketSpread.nullable(),
  toDecision: marketSpread.nullable(),
  toAcceptance: marketSpread.nullable(),
});
export type MarketTimes = z.infer<typeof marketTimes>;
export const listMarketTimes = route('listMarketTimes', {
  method: 'GET',
  path: '/market/times',
  summary: { zh: '市场：对接、确定与验收用时', en: 'Market: days to match, decision and acceptance' },
  query,
  response: pageOf(marketTimes),
});

const shares = {
  /** Herfindahl–Hirschman index: the sum of squared shares in percent, up to 10,000 for a single provider. */
  hhi: z.int().min(0).max(10_000),
  /** Of the three largest together. */
  topThreePercent: z.number().min(0).max(100),
};
/** Of agreements signed in the period. Nobody is named, and nothing is told where fewer than three providers share. */
export const marketConcentration = z.strictObject({
  ...key,
  /** One with several providers counts once for each. */
  agreements: z.int().min(0),
  providers: z.int().min(0),
  byAgreements: z.strictObject(shares).nullable(),
  /** Of what is to be paid, where an amount is agreed. */
  byAmount: z.strictObject({ amountFen: z.int().min(0), providers: z.int().min(fewestTold), ...shares }).nullable(),
});
export type MarketConcentration = z.infer<typeof marketConcentration>;
export const listMarketConcentration = route('listMarketConcentration', {
  method: 'GET',
  path: '/market/concentration',
  summary: { zh: '市场：承接集中度', en: 'Market: concentration of agreements' },
  query,
  response: pageOf(marketConcentration),
});

/** What became of a need of a compound, as far as everybody may know. */
export const compoundNeedDates = z.strictObject({
  needId: id,
  title: z.string(),
  /** Of the poster. */
  organisationName: z.string(),
  state: needState,
  publishedAt: instant,
  decidedAt: instant.nullable(),
  signedOn: day.nullable(),
  acceptedAt: instant.nullable(),
});
export type CompoundNeedDates = z.infer<typeof compoundNeedDates>;
/** Newest first; empty where nothing is known of the compound. */
export const listCompoundTimeline = route('listCompoundTimeline', {
  method: 'GET',
  path: '/compounds/:compoundId/timeline',
  summary: { zh: '小区大事记', en: 'What happened in a compound, need by need' },
  params: z.strictObject({ compoundId: id }),
  query: pageQuery,
  response: pageOf(compoundNeedDates),
});

export const marketRoutes = {
  listMarketNeeds,
  listMarketTimes,
  listMarketConcentration,
  listCompoundTimeline,
} as const;
export const marketPolicy = {
  listMarketNeeds: [person()],
  listMarketTimes: [person()],
  listMarketConcentration: [person()],
  listCompoundTimeline: [person()],
} satisfies PolicyOf<typeof marketRoutes>;
