import { NoAnswer, ProblemError, type Client } from '@duijie/api-client';
import { resolveActor, type Actor, type OnBehalfClaim } from '@duijie/contracts';
import type { Locale } from '@duijie/service-kit';
import { createHash } from 'node:crypto';
import { asRefusal } from './identity-client';

/** A session cookie or an access token, and the organisation it wants to act for. */
export interface Claim {
  readonly type: 'session' | 'token';
  readonly secret: string;
  readonly organisationId: string | null;
  /** For whom a broker wants to act instead. */
  readonly onBehalf: OnBehalfClaim | null;
}
export interface ActorResolver {
  /**
   * Who stands behind a credential: null when it is unknown or ended.
   * @throws Refusal as identity says it, Unavailable when it does not answer
   */
  resolve(claim: Claim, locale: Locale): Promise<Actor | null>;
  /** Whether the answer is at hand, so that asking costs nothing. */
  isKnown(claim: Claim): boolean;
  /** Something changed about people or sessions: everything is asked anew. */
  forget(): void;
}

// An ended session is refused within 1 s; counted from the question, not from its answer.
const keptMs = 900;

// The secret itself does not stay in memory.
const keyOf = ({ type, secret, organisationId, onBehalf }: Claim): string =>
  createHash('sha256')
    .update(JSON.stringify([type, secret, organisationId, onBehalf?.organisationId, onBehalf?.channel, onBehalf?.note]))
    .digest('base64');

/** @param maxKept answers kept at most; the oldest goes first */
export function createActorResolver(
  identity: (locale: Locale) => Client,
  nowMs: () => number,
  maxKept = 10_000,
): ActorResolver {
  const kept = new Map<string, { readonly atMs: number; readonly actor: Promise<Actor | null> }>();

  async function ask(claim: Claim, locale: Locale): Promise<Actor | null> {
    const { type, secret, organisationId, onBehalf } = claim;
    const body = { credential: { type, secret }, organisationId, ...(onBehalf === null ? {} : { onBehalf }) };
    const once = () => identity(locale).call(resolveActor, { body });
    try {
      // Asking twice changes nothing, and bridges a restart of identity.
      const { actor } = await once().catch((error: unknown) => {
        if (error instanceof NoAnswer) return once();
        throw error;
      });
      return actor.type === 'anonymous' ? null : actor;
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'not-authenticated') return null;
      throw asRefusal(error);
    }
  }

  const fresh = (claim: Claim) => {
    const found = kept.get(keyOf(claim));
    return found && nowMs() - found.atMs < keptMs ? found.actor : undefined;
  };
  return {
    isKnown: (claim) => fresh(claim) !== undefined,
    forget: () => kept.clear(),
    resolve(claim, locale) {
      const known = fresh(claim);
      if (known) return known;
      const key = keyOf(claim);
      const entry = { atMs: nowMs(), actor: ask(claim, locale) };
      kept.delete(key);
      kept.set(key, entry);
      if (kept.size > maxKept) {
        const [oldest] = kept.keys();
        if (oldest !== undefined) kept.delete(oldest);
      }
      // A fault is not kept: the next request asks again.
      entry.actor.catch(() => {
        if (kept.get(key) === entry) kept.delete(key);
      });
      return entry.actor;
    },
  };
}
