import { z } from 'zod';
import { organisationKind } from '../actor';
import { fen, id, instant, latitude, leafCode, longitude, version } from '../primitives';

export const packageStates = ['draft', 'published', 'suspended', 'retired'] as const;
export const packageState = z.enum(packageStates);
export const priceModels = [
  'fixed',
  'per_m2_month',
  'per_household_month',
  'per_month',
  'per_session',
  'free',
  'negotiable',
  'invest_share',
  'user_pays',
  'in_kind',
] as const;
export const priceModel = z.enum(priceModels);

/** Range in fen of the model's unit; 0–0 where the model has no price. */
export const packagePrice = z.strictObject({ model: priceModel, minFen: fen, maxFen: fen });

/** Empty `districts` and no radius = the whole city. */
export const serviceArea = z.strictObject({
  districts: z.array(z.string().max(30)).max(40),
  radius: z.strictObject({ lng: longitude, lat: latitude, km: z.number().min(0.1).max(200) }).nullable(),
});

/** What a provider has done: opening balance of imported records, later grown by deals. */
export const trackRecord = z.strictObject({
  ratingMean: z.number().min(1).max(5).nullable(),
  ratingCount: z.int().min(0),
  completed: z.int().min(0),
});

/** State of a service package as its events carry it. Drafts go to the matcher only, by `package.drafted.v1`. */
export const packageStateBody = z.strictObject({
  id,
  version,
  providerId: id,
  providerName: z.string(),
  providerKind: organisationKind,
  state: packageState,
  title: z.string(),
  description: z.string(),
  categories: z.array(leafCode),
  serviceArea,
  price: packagePrice,
  capacity: z.int(),
  leadTimeDays: z.int(),
  contactHours: z.string().nullable(),
  coreService: leafCode.nullable(),
  trackRecord,
  publishedAt: instant.nullable(),
  updatedAt: instant,
  demo: z.boolean(),
});
export type PackageBody = z.infer<typeof packageStateBody>;
