import { Conflict, NotFound, type TransactionContext } from '@duijie/service-kit';
import type { LotRepository } from '../../lots/persistence/lot.repository';
import type { SealedRepository } from '../persistence/sealed.repository';
import type { ServerTime } from '../persistence/server-time';
import type { SealKeys } from './seal-keys';
import { openWith } from './seal';

/** What a sealed response held: canonical texts of its content, and of its documents' facts by their ids. */
export interface Unsealed {
  readonly content: string;
  readonly documents: ReadonlyMap<string, string>;
}
/**
 * Opens all sealed responses to a lot that are in.
 * @returns what they held, by response id
 * @throws Conflict `response.sealed` before the deadline, Error when one of them was altered
 */
export type Unseal = (ctx: TransactionContext, lotId: string) => Promise<ReadonlyMap<string, Unsealed>>;

/**
 * The only place where a data key is unwrapped. It trusts no caller: it locks the lot, asks the database server for the
 * time, and refuses before the deadline, all in the transaction that reads.
 */
export const unsealing =
  (deps: {
    readonly lots: LotRepository;
    readonly sealed: SealedRepository;
    readonly serverTime: ServerTime;
    readonly keys: Pick<SealKeys, 'unwrap'>;
  }): Unseal =>
  async (ctx, lotId) => {
    const lot = await deps.lots.lock(ctx, lotId);
    if (!lot) throw new NotFound();
    const now = await deps.serverTime(ctx);
    if (lot.state !== 'open' || lot.responsesDueAt === null || now < lot.responsesDueAt)
      throw new Conflict('response.sealed', {
        zh: '未到截止时间，密封的响应不能开启',
        en: 'Sealed responses are not opened before their deadline',
      });
    const place = { lotId, attempt: lot.attempt };
    const { contents, documents } = await deps.sealed.submitted(ctx, lotId, lot.attempt);
    return new Map(
      contents.map(({ responseId, version, sealedContent, wrappedKey }): readonly [string, Unsealed] => [
        responseId,
        {
          content: openWith(deps.keys.unwrap(wrappedKey), sealedContent, {
            ...place,
            responseId,
            part: 'content',
            version,
          }),
          documents: new Map(
            documents
              .filter((document) => document.responseId === responseId)
              .map((document) => [
                document.id,
                openWith(deps.keys.unwrap(document.wrappedKey), document.sealedFacts, {
                  ...place,
                  responseId,
                  part: document.id,
                  version: document.version,
                }),
              ]),
          ),
        },
      ]),
    );
  };
