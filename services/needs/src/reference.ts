import { Unavailable, type Context } from '@duijie/service-kit';
import type { CopiesRepository } from './persistence/copies.repository';
import type { RuleRepository } from './persistence/rule.repository';
import type { RuleBook } from './rules/rule';
import { createUnderstanding, type Understanding } from './understanding';

/** Rules and taxonomy, kept in memory and read again when the database holds newer ones. */
export interface Reference {
  book(ctx: Context): Promise<RuleBook>;
  /** @throws Unavailable before the taxonomy has come */
  understanding(ctx: Context): Promise<Understanding>;
}

export function createReference(rules: RuleRepository, copies: CopiesRepository): Reference {
  let book: { readonly revision: number; readonly rules: RuleBook } | undefined;
  let taxonomy: { readonly sequence: number; readonly understanding: Understanding } | undefined;
  return {
    async book(ctx) {
      const revision = await rules.revision(ctx);
      if (book?.revision !== revision) book = { revision, rules: await rules.all(ctx) };
      return book.rules;
    },
    async understanding(ctx) {
      const sequence = await copies.taxonomySequence(ctx);
      if (taxonomy?.sequence !== sequence) {
        const state = await copies.taxonomy(ctx);
        if (!state)
          throw new Unavailable({
            zh: '服务目录尚未同步,请稍后再试',
            en: 'The service taxonomy has not arrived yet; try again shortly',
          });
        taxonomy = { sequence, understanding: createUnderstanding(state) };
      }
      return taxonomy.understanding;
    },
  };
}
