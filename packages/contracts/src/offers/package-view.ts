import { z } from 'zod';
import { onBehalfRecord } from '../audit/on-behalf-record';
import { id, instant, leafCode, line, text, version } from '../primitives';
import { packagePrice, packageStateBody, serviceArea } from '../state/package';

/** What a provider enters. A draft needs the title only; description, categories and a real price are asked at publication. */
export const packageInput = z.strictObject({
  title: line(80, 2),
  description: text(5000).default(''),
  categories: z.array(leafCode).max(8).default([]),
  serviceArea: serviceArea.default({ districts: [], radius: null }),
  price: packagePrice.default({ model: 'negotiable', minFen: 0, maxFen: 0 }),
  /** Projects that it can run at once; 0 while it takes none. */
  capacity: z.int().min(0).max(10_000).default(1),
  leadTimeDays: z.int().min(0).max(730).default(7),
  contactHours: line(100).nullable().default(null),
  /** Only for the association's packages: the core service that it delivers. */
  coreService: leafCode.nullable().default(null),
});
/** Fields to be changed; what is left out stays. */
export const packageChange = z.strictObject({
  title: line(80, 2).optional(),
  description: text(5000).optional(),
  categories: z.array(leafCode).max(8).optional(),
  serviceArea: serviceArea.optional(),
  price: packagePrice.optional(),
  capacity: z.int().min(0).max(10_000).optional(),
  leadTimeDays: z.int().min(0).max(730).optional(),
  contactHours: line(100).nullable().optional(),
  coreService: leafCode.nullable().optional(),
});

/** Proof of earlier work: a link, or a file that is fetched by its own route. */
export const packageEvidence = z.discriminatedUnion('type', [
  z.strictObject({ id, type: z.literal('link'), title: line(120), url: z.string(), addedAt: instant }),
  z.strictObject({
    id,
    type: z.literal('file'),
    title: line(120),
    fileName: z.string(),
    mediaType: z.string(),
    size: z.int(),
    addedAt: instant,
  }),
]);
/** `broker` by staff, who alone may end it; `provider` a pause of its own. */
export const packageSuspension = z.strictObject({
  by: z.enum(['broker', 'provider']),
  reason: z.string(),
  since: instant,
});
/** A package as its page shows it. */
export const packageView = packageStateBody.extend({
  evidence: z.array(packageEvidence),
  suspension: packageSuspension.nullable(),
});
export type PackageView = z.infer<typeof packageView>;

/** A package in a list. */
export const packageSummary = packageStateBody.omit({ description: true, contactHours: true });
export type PackageSummary = z.infer<typeof packageSummary>;

/** What was offered at one version; responses and agreements point to it. */
export const packageVersion = z.strictObject({ version, publishedAt: instant, package: packageStateBody });
export const packageVersionSummary = z.strictObject({ version, publishedAt: instant, title: z.string() });

/** One step in the life of a package, newest first. */
export const packageHistoryEntry = z.strictObject({
  at: instant,
  action: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  reason: z.string().nullable(),
  organisationId: id.nullable(),
  /** Where a broker did it for `organisationId`. */
  onBehalf: onBehalfRecord.nullable(),
});
