import { join } from 'node:path';
import { z } from 'zod';

const perMinute = (standard: number) => z.coerce.number().int().min(1).max(10_000_000).default(standard);

/** Environment of the gateway. Rates are requests a minute, which may also come all at once. */
export const gatewayConfig = z.object({
  /** Folder of the built console. */
  DUIJIE_WEB_DIR: z.string().default(join(__dirname, '../../web/dist')),
  /** Requests of one address without a valid credential. */
  DUIJIE_RATE_ANONYMOUS: perMinute(300),
  /** Requests of one person by session. */
  DUIJIE_RATE_PERSON: perMinute(1200),
  /** Requests of one person by access token from elsewhere; on this machine itself tokens are not limited. */
  DUIJIE_RATE_TOKEN: perMinute(6000),
  /** Streams that one person opens; each lasts up to 55 s, and they count in no other rate. */
  DUIJIE_RATE_STREAM: perMinute(120),
  /** Sign-ins of one address. */
  DUIJIE_RATE_SIGN_IN: perMinute(10),
  /** Origin that browsers show, where a proxy in front does not hand the Host header on, e.g. `https://duijie.example.cn`. */
  DUIJIE_ORIGIN: z
    .url()
    .transform((url) => new URL(url).origin)
    .optional(),
});
export type GatewayConfig = z.output<typeof gatewayConfig>;
