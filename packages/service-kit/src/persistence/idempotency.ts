import type { Clock } from '@duijie/domain-kit';
import { createHash, createHmac } from 'node:crypto';
import type { TransactionContext } from '../context';
import { Refusal } from '../errors';
import type { Database } from './database';
import { IdempotencyKeyEntity } from './idempotency.entity';

export interface StoredAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** @see draft-ietf-httpapi-idempotency-key-header: 422 other content, 409 in flight, else the first answer again */
export interface Idempotency {
  /**
   * Runs `effect` unless the key was used before.
   * @param scope what the key belongs to: person, organisation, route, key
   * @param content what must be equal in a repetition
   * @returns the answer, and whether it is a repetition
   * @throws Refusal `key-reused` or `in-flight`
   */
  once(
    ctx: TransactionContext,
    scope: readonly string[],
    content: unknown,
    effect: () => Promise<StoredAnswer>,
  ): Promise<{ readonly answer: StoredAnswer; readonly replayed: boolean }>;
}

const sha256 = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
/** Keyed, since a price or a code of six digits is found from a plain hash by trying. */
const fingerprintUnder =
  (content: unknown) =>
  (secret: string): string =>
    createHmac('sha256', `idempotency:${secret}`)
      .update(JSON.stringify(content ?? null))
      .digest('hex');

/** @param secrets the host's, then former ones, under which content was fingerprinted before they were replaced */
export function createIdempotency(
  database: Database,
  clock: Clock,
  secrets: readonly [string, ...string[]],
): Idempotency {
  return {
    async once(ctx, scopeParts, content, effect) {
      const manager = database.manager(ctx);
      const scope = sha256(scopeParts);
      const fingerprint = fingerprintUnder(content)(secrets[0]);
      const lock = `ik-${scope.slice(0, 60)}`;
      const [got] = (await manager.query('SELECT GET_LOCK(?, 0) AS ok', [lock])) as { ok: number | string | null }[];
      if (Number(got?.ok) !== 1)
        throw new Refusal('in-flight', {
          detail: { zh: '相同的请求正在处理，请稍候', en: 'The same request is being processed; wait a moment' },
        });
      ctx.transaction.heldLocks.add(lock);
      const known = await manager.findOneBy(IdempotencyKeyEntity, { scope });
      if (known) {
        if (!secrets.map(fingerprintUnder(content)).includes(known.fingerprint))
          throw new Refusal('key-reused', {
            detail: { zh: '这个幂等键已用于不同的内容', en: 'This key was used with other content' },
          });
        return { answer: known, replayed: true };
      }
      const answer = await effect();
      await manager.insert(IdempotencyKeyEntity, { scope, fingerprint, ...answer, createdAt: clock.now() });
      return { answer, replayed: false };
    },
  };
}
