import { z } from 'zod';
import { pageOf, pageQuery } from '../page';
import { day, id } from '../primitives';
import { routesOf } from '../route';

const account = {
  providerId: id,
  /** Share of the attention that its scores call for, and of that which its places brought, in millionths of all. */
  meritPpm: z.int().min(0).max(1_000_000),
  exposurePpm: z.int().min(0).max(1_000_000),
  /** Lists of needs that it stood in on the last day entered. */
  lists: z.int().min(0),
  /** Days entered, of those that are looked back. */
  days: z.int().min(0),
  daysAmortised: z.int().min(1),
  /** How much of what its merit calls for it has not had: the share of the points of `exposure` that its packages get. */
  owedPermille: z.int().min(0).max(1000),
  /** Null before anything was entered. */
  asOfDay: day.nullable(),
};
/** What a provider was due and has had. */
export const providerExposure = z.strictObject(account);
export type ProviderExposure = z.infer<typeof providerExposure>;
export const namedExposure = z.strictObject({ ...account, providerName: z.string() });
export type NamedExposure = z.infer<typeof namedExposure>;

const route = routesOf('matcher');

export const listExposure = route('listExposure', {
  method: 'GET',
  path: '/matching/exposure',
  summary: { zh: '各机构的推荐曝光', en: 'Merit and exposure of providers, most owed first' },
  query: pageQuery,
  response: pageOf(namedExposure),
});
export const getProviderExposure = route('getProviderExposure', {
  method: 'GET',
  path: '/matching/exposure/:organisationId',
  summary: { zh: '一家机构的推荐曝光', en: 'Merit and exposure of a provider' },
  params: z.strictObject({ organisationId: id }),
  response: providerExposure,
});

export const exposureRoutes = { listExposure, getProviderExposure } as const;
