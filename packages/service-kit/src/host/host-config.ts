import { serviceNames, type ServiceName } from '@duijie/contracts';
import { z } from 'zod';

const urlVariable = (service: ServiceName): `DUIJIE_URL_${string}` => `DUIJIE_URL_${service.toUpperCase()}`;
const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((v) => v === '1');

/** Environment of a host. Every variable is told in the production guide. */
export const hostConfig = z
  .object({
    NODE_ENV: z.string().default('development'),
    /** Server account that may create databases and users; else they must exist. */
    DUIJIE_MYSQL_URL: z.url({ protocol: /^mysql$/ }),
    DUIJIE_REDIS_URL: z.url({ protocol: /^rediss?$/ }),
    DUIJIE_PORT: z.coerce.number().int().min(0).max(65_535).default(4180),
    /** Address to listen on. */
    DUIJIE_HOST: z.string().default('127.0.0.1'),
    /** Prefix of databases, Redis keys and indexes. */
    DUIJIE_NAMESPACE: z
      .string()
      .regex(/^[a-z][a-z0-9_]{0,19}$/)
      .default('duijie'),
    DUIJIE_STATE_DIR: z.string().default('.local/state'),
    /** At least 32 characters, the same for all services; made and kept in the state folder when absent outside production. */
    DUIJIE_SECRET: z.string().min(32).optional(),
    /** Secrets that were replaced, newest first, with spaces between: audit entries were sealed under them. */
    DUIJIE_FORMER_SECRETS: z
      .string()
      .default('')
      .transform((v) => v.split(/\s+/).filter(Boolean)),
    DUIJIE_ROLE: z.enum(['http', 'worker', 'both']).default('both'),
    DUIJIE_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    /** Bearer token by which `/metrics` may be read from other machines; without it only this one may. */
    DUIJIE_METRICS_TOKEN: z.string().min(16).optional(),
    /** Connections a service to its database. */
    DUIJIE_MYSQL_POOL: z.coerce.number().int().min(2).max(100).default(8),
    DUIJIE_DEMO: flag,
    /** Moves the clock; refused in production. */
    DUIJIE_CLOCK_OFFSET_MS: z.coerce.number().int().default(0),
    ...(Object.fromEntries(serviceNames.map((s) => [urlVariable(s), z.url().optional()])) as Record<
      `DUIJIE_URL_${string}`,
      z.ZodOptional<z.ZodURL>
    >),
  })
  .superRefine((c, ctx) => {
    if (c.NODE_ENV !== 'production') return;
    if (c.DUIJIE_DEMO) ctx.addIssue({ code: 'custom', path: ['DUIJIE_DEMO'], message: 'production refuses demo data' });
    if (c.DUIJIE_CLOCK_OFFSET_MS !== 0)
      ctx.addIssue({ code: 'custom', path: ['DUIJIE_CLOCK_OFFSET_MS'], message: 'production refuses a moved clock' });
    if (c.DUIJIE_SECRET === undefined)
      ctx.addIssue({
        code: 'custom',
        path: ['DUIJIE_SECRET'],
        message: 'production needs a secret of at least 32 characters',
      });
  });
export type HostConfig = z.infer<typeof hostConfig>;

/** Address of a service that runs elsewhere, if the environment names one. */
export const configuredUrl = (config: HostConfig, service: ServiceName): string | undefined =>
  (config as unknown as Record<string, string | undefined>)[urlVariable(service)]?.replace(/\/$/, '');
