import { newId, type Clock } from '@duijie/domain-kit';
import {
  NotFound,
  requireVersion,
  ValidationFailed,
  type Audit,
  type Context,
  type Database,
} from '@duijie/service-kit';
import type { RuleRepository } from '../persistence/rule.repository';
import type { Rule, RuleKind, RuleText } from './rule';

export interface KeepRulesDeps {
  readonly database: Database;
  readonly rules: RuleRepository;
  readonly audit: Audit;
  readonly clock: Clock;
}

function check(text: RuleText): void {
  if (text.status === 'known' && text.source === null)
    throw new ValidationFailed([
      { pointer: '/source', detail: { zh: '请注明出处', en: 'A known rule names its source' } },
    ]);
  if (
    'bandUpToFen' in text &&
    text.bandAboveFen !== null &&
    text.bandUpToFen !== null &&
    text.bandAboveFen >= text.bandUpToFen
  )
    throw new ValidationFailed([
      { pointer: '/bandUpToFen', detail: { zh: '金额上限须高于下限', en: 'The band must not be empty' } },
    ]);
}

/** Responses stay sealed until a deadline, so there must be one. */
function checkSealing(text: RuleText): void {
  if ('sealed' in text && text.sealed && text.responseDays === null)
    throw new ValidationFailed([
      {
        pointer: '/responseDays',
        detail: { zh: '密封响应须有截止期限', en: 'Sealed responses need a term' },
      },
    ]);
}

/** The association enters a rule. */
export const addRule =
  ({ database, rules, audit, clock }: KeepRulesDeps) =>
  <K extends RuleKind>(ctx: Context, kind: K, text: RuleText<K>): Promise<Rule<K>> =>
    database.run(ctx, async (inner) => {
      check(text);
      checkSealing(text);
      const now = clock.now();
      const rule = { kind, id: newId(now.getTime()), version: 1, text };
      await rules.put(inner, rule, { now, edited: true });
      await audit.record(inner, {
        action: 'rule.entered',
        aggregate: { type: `rule.${kind}`, id: rule.id },
        data: { text },
      });
      return { ...text, id: rule.id, version: 1, updatedAt: now };
    });

/** The association changes a rule; what it said before stays in the audit log. */
export const changeRule =
  ({ database, rules, audit, clock }: KeepRulesDeps) =>
  <K extends RuleKind>(ctx: Context, kind: K, id: string, ifMatch: number, text: RuleText<K>): Promise<Rule<K>> =>
    database.run(ctx, async (inner) => {
      const before = await rules.lock(inner, kind, id);
      if (!before) throw new NotFound();
      requireVersion(ifMatch, before.version);
      check(text);
      checkSealing(text);
      const now = clock.now();
      const version = before.version + 1;
      await rules.put(inner, { kind, id, version, text }, { now, edited: true });
      await audit.record(inner, {
        action: 'rule.changed',
        aggregate: { type: `rule.${kind}`, id },
        data: { from: before, to: text },
      });
      return { ...text, id, version, updatedAt: now };
    });
