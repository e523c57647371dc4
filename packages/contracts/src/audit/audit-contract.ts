import { z } from 'zod';
import { routesOf, type ServiceName } from '../route';

/** What a walk over an audit chain found: no faults means unaltered. */
export const auditReport = z.strictObject({
  /** Links of the chain. */
  entries: z.int().min(0),
  /** Entries that are not yet part of it; they are within a second. */
  unsealed: z.int().min(0),
  head: z.string(),
  /** Links that do not fit; `head` where the chain differs from a head that was kept, or ends before it. */
  faults: z.array(z.strictObject({ position: z.int(), fault: z.enum(['missing', 'altered', 'head']) })),
});
export type AuditReport = z.infer<typeof auditReport>;

const names = {
  identity: { zh: '身份', en: 'identity' },
  needs: { zh: '需求', en: 'needs' },
  offers: { zh: '服务包', en: 'offers' },
  matcher: { zh: '匹配', en: 'the matcher' },
  discovery: { zh: '搜索', en: 'discovery' },
  deals: { zh: '承接与协议', en: 'deals' },
  desk: { zh: '撮合工作台', en: 'the desk' },
} as const satisfies Partial<Record<ServiceName, { zh: string; en: string }>>;
/** A service with a database, and so with an audit chain. */
export type AuditedService = keyof typeof names;
export const auditedServices = Object.keys(names) as [AuditedService, ...AuditedService[]];

const capitalised = <S extends string>(name: S): Capitalize<S> =>
  (name.charAt(0).toUpperCase() + name.slice(1)) as Capitalize<S>;

/** The route that walks a service's audit chain from its first link; the kit answers it. For administrators. */
export const auditContract = <const S extends AuditedService>(service: S) =>
  routesOf(service)(`verify${capitalised(service)}Audit`, {
    method: 'GET',
    path: `/audit/${service}/verify`,
    summary: { zh: `核验${names[service].zh}审计链`, en: `Verify the audit chain of ${names[service].en}` },
    response: auditReport,
  });
