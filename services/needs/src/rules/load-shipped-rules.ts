import type { Clock } from '@duijie/domain-kit';
import { serviceContext, type Audit, type Database } from '@duijie/service-kit';
import type { RuleRepository } from '../persistence/rule.repository';
import type { ShippedRule } from './rule';

/**
 * Brings the rules that the product ships into the database. Doing it again changes nothing; a rule that somebody edited
 * stays as it is, one that nobody edited follows the product.
 * @returns how many were written
 */
export const loadShippedRules =
  ({
    database,
    rules,
    audit,
    clock,
  }: {
    readonly database: Database;
    readonly rules: RuleRepository;
    readonly audit: Audit;
    readonly clock: Clock;
  }) =>
  (shipped: readonly ShippedRule[]): Promise<number> =>
    database.run(serviceContext('needs'), async (ctx) => {
      await rules.lockAll(ctx);
      const kept = new Map((await rules.kept(ctx)).map((rule) => [`${rule.kind} ${rule.id}`, rule]));
      const due = shipped.filter(({ kind, id, text }) => {
        const known = kept.get(`${kind} ${id}`);
        return !known || (!known.edited && JSON.stringify(known.text) !== JSON.stringify(text));
      });
      const now = clock.now();
      for (const { kind, id, text } of due) {
        const version = (kept.get(`${kind} ${id}`)?.version ?? 0) + 1;
        await rules.put(ctx, { kind, id, version, text }, { now, edited: false });
      }
      if (due.length > 0)
        await audit.record(ctx, {
          action: 'rules.shipped',
          aggregate: { type: 'rules', id: 'city' },
          data: { rules: due.map(({ kind, id }) => `${kind}/${id}`) },
        });
      return due.length;
    });
