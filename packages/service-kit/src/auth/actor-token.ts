import { actor as actorSchema, type Actor } from '@duijie/contracts';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** Header that carries the signed actor between gateway and services. */
export const actorHeader = 'x-duijie-actor';
const lifetimeMs = 60_000;
const payload = z.strictObject({ actor: actorSchema, exp: z.number() });

export interface ActorTokens {
  /** @returns a token that is good for 60 s */
  sign(actor: Actor): string;
  /** @returns the actor, or null when the token is forged, broken or too old */
  verify(token: string): Actor | null;
}

/** HMAC-SHA256 over a JSON payload. @param secret shared by gateway and services, at least 32 characters @param nowMs present time in ms */
export function createActorTokens(secret: string, nowMs: () => number): ActorTokens {
  const mac = (body: string) => createHmac('sha256', secret).update(body).digest();
  return {
    sign(actor) {
      const body = Buffer.from(JSON.stringify({ actor, exp: nowMs() + lifetimeMs })).toString('base64url');
      return `${body}.${mac(body).toString('base64url')}`;
    },
    verify(token) {
      const [body, signature] = token.split('.');
      if (!body || !signature) return null;
      const given = Buffer.from(signature, 'base64url');
      const wanted = mac(body);
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
      const parsed = payload.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
      return parsed.success && parsed.data.exp > nowMs() ? parsed.data.actor : null;
    },
  };
}
