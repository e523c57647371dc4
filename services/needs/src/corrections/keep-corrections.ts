import type { UnderstandingCorrection } from '@duijie/contracts';
import { newId, type Clock } from '@duijie/domain-kit';
import {
  Conflict,
  NotFound,
  requireVersion,
  type Audit,
  type Context,
  type Database,
  type TransactionContext,
} from '@duijie/service-kit';
import type { Need } from '../need';
import type { Reference } from '../reference';
import { isUsed, shareOf, type Correction } from './correction';
import { correctionsOf } from './corrections-of';
import type { CorrectionsRepository } from './persistence/corrections.repository';

const mostWords = 8;

/** Counts what the services of a need that is handed in say of its words. */
export const countCorrections =
  (deps: {
    readonly corrections: CorrectionsRepository;
    readonly reference: Reference;
    readonly clock: Clock;
    readonly tellLearnt: (ctx: TransactionContext) => Promise<void>;
  }) =>
  async (ctx: TransactionContext, { id, organisationId, title, description, components }: Need): Promise<void> => {
    const understanding = await deps.reference.understanding(ctx);
    const said = correctionsOf(
      components,
      understanding.understand(title, description, []).components,
      understanding.unknownWords(`${title},${description}`, mostWords),
    );
    const at = deps.clock.now();
    // In one order, so that needs handed in at once do not wait for each other in a circle.
    const ordered = said
      .toSorted((a, b) => (`${a.phrase} ${a.leaf} ${a.verdict}` < `${b.phrase} ${b.leaf} ${b.verdict}` ? -1 : 1))
      .map((one) => ({ ...one, newId: newId(at.getTime()) }));
    if (await deps.corrections.count(ctx, ordered, { needId: id, organisationId, at })) await deps.tellLearnt(ctx);
  };

const present = (correction: Correction, examples: UnderstandingCorrection['examples']): UnderstandingCorrection => ({
  id: correction.id,
  version: correction.version,
  phrase: correction.phrase,
  leaf: correction.leaf,
  verdict: correction.verdict,
  needs: correction.needs,
  organisations: correction.organisations,
  sharePercent: shareOf(correction),
  used: isUsed(correction),
  takenBack: correction.takenBackReason === null ? null : { reason: correction.takenBackReason },
  examples,
  lastAt: correction.lastAt.toISOString(),
});

/** What was learnt, most counted first. */
export const listCorrections =
  ({ corrections }: { readonly corrections: CorrectionsRepository }) =>
  async (ctx: Context, query: Parameters<CorrectionsRepository['list']>[0]) => {
    const page = await corrections.list(query);
    const examples = await corrections.examples(
      ctx,
      page.items.map(({ id }) => id),
    );
    return { ...page, items: page.items.map((one) => present(one, examples.get(one.id) ?? [])) };
  };

/** Takes back what was learnt of a phrase, or goes by it again. What was counted stays. @param reason null = restore */
export const takeBackCorrection =
  (deps: {
    readonly database: Database;
    readonly audit: Audit;
    readonly corrections: CorrectionsRepository;
    readonly tellLearnt: (ctx: TransactionContext) => Promise<void>;
  }) =>
  (ctx: Context, id: string, ifMatch: number, reason: string | null): Promise<UnderstandingCorrection> =>
    deps.database.run(ctx, async (inner) => {
      const { corrections } = deps;
      const before = await corrections.lock(inner, id);
      if (!before) throw new NotFound();
      requireVersion(ifMatch, before.version);
      if ((before.takenBackReason === null) === (reason === null))
        throw new Conflict(reason === null ? 'correction.in-use' : 'correction.taken-back', {
          zh: reason === null ? '这条说法没有停用' : '这条说法已经停用',
          en: reason === null ? 'It was not taken back' : 'It was taken back already',
        });
      await corrections.takeBack(inner, id, reason);
      await deps.tellLearnt(inner);
      await deps.audit.record(inner, {
        action: reason === null ? 'correction.restored' : 'correction.taken-back',
        aggregate: { type: 'correction', id },
        reason,
        data: { phrase: before.phrase, leaf: before.leaf, verdict: before.verdict },
      });
      const after = { ...before, takenBackReason: reason, version: before.version + 1 };
      return present(after, (await corrections.examples(inner, [id])).get(id) ?? []);
    });
