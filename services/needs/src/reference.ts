import { Unavailable, type Context } from '@duijie/service-kit';
import type { CorrectionsRepository } from './corrections/persistence/corrections.repository';
import { learntPhrases } from './corrections/tell-learnt';
import type { CopiesRepository } from './persistence/copies.repository';
import type { RuleRepository } from './persistence/rule.repository';
import type { RuleBook } from './rules/rule';
import { createUnderstanding, type Understanding } from './understanding';

/**
 * Rules, taxonomy and what corrections have taught, kept in memory and read again when the database holds newer ones. A transaction asks once: all its
 * work goes by the same rules.
 */
export interface Reference {
  book(ctx: Context): Promise<RuleBook>;
  /** @throws Unavailable before the taxonomy has come */
  understanding(ctx: Context): Promise<Understanding>;
}

/** Remembers within a transaction what was read in it. */
function oncePerTransaction<T>(read: (ctx: Context) => Promise<T>): (ctx: Context) => Promise<T> {
  const known = new WeakMap<object, T>();
  return async (ctx) => {
    const held = ctx.transaction && known.get(ctx.transaction);
    if (held !== undefined) return held;
    const value = await read(ctx);
    if (ctx.transaction) known.set(ctx.transaction, value);
    return value;
  };
}

export function createReference(
  rules: RuleRepository,
  copies: CopiesRepository,
  corrections: CorrectionsRepository,
): Reference {
  let book: { readonly revision: number; readonly rules: RuleBook } | undefined;
  let taxonomy:
    | { readonly sequence: number; readonly revision: number; readonly understanding: Understanding }
    | undefined;
  return {
    book: oncePerTransaction(async (ctx) => {
      const revision = await rules.revision(ctx);
      if (book?.revision === revision) return book.rules;
      const read = { revision, rules: await rules.all(ctx) };
      book = read;
      return read.rules;
    }),
    understanding: oncePerTransaction(async (ctx) => {
      const sequence = await copies.taxonomySequence(ctx);
      const revision = await corrections.revision(ctx);
      if (taxonomy?.sequence === sequence && taxonomy.revision === revision) return taxonomy.understanding;
      const state = await copies.taxonomy(ctx);
      if (!state)
        throw new Unavailable({
          zh: '服务目录尚未同步，请稍后再试',
          en: 'The service taxonomy has not arrived yet; try again shortly',
        });
      const learnt = await learntPhrases(corrections, ctx);
      const read = { sequence, revision, understanding: createUnderstanding(state, learnt) };
      taxonomy = read;
      return read.understanding;
    }),
  };
}
