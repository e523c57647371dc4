import { z } from 'zod';
import type { AuditedService } from '../audit/audit-contract';
import { routesOf } from '../route';

/** What the emptying of the demonstration took from a service. */
export const demoRemoval = z.strictObject({
  /** Organisations and compounds of which something may still be there. */
  waiting: z.int().min(0),
  removed: z.array(z.strictObject({ table: z.string(), rows: z.int().min(0) })),
});
export type DemoRemoval = z.infer<typeof demoRemoval>;

/** How a service does, in figures that people can act on. */
export const serviceOperations = z.strictObject({
  events: z.strictObject({
    /** Deliveries that no subscriber has confirmed. */
    waiting: z.int().min(0),
    /** Age of the oldest of them in seconds; 0 without one. */
    oldestSeconds: z.number().min(0),
  }),
  /** Audit entries that are not yet part of the chain. */
  unsealedAuditEntries: z.int().min(0),
  demo: demoRemoval,
});
export type ServiceOperations = z.infer<typeof serviceOperations>;

const capitalised = <S extends string>(name: S): Capitalize<S> =>
  (name.charAt(0).toUpperCase() + name.slice(1)) as Capitalize<S>;

/** The route by which a service tells how it does; the kit answers it. For administrators. */
export const operationsContract = <const S extends AuditedService>(service: S) =>
  routesOf(service)(`get${capitalised(service)}Operations`, {
    method: 'GET',
    path: `/operations/${service}`,
    summary: { zh: `${service} 服务的运行情况`, en: `How the service ${service} does` },
    response: serviceOperations,
  });
