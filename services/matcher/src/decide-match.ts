import type { NeedMatch } from '@duijie/contracts';
import { Conflict, NotFound, requireVersion, type Audit, type Context, type Database } from '@duijie/service-kit';
import { presentFlags } from './http/flags.presenter';
import { presentNeedMatch } from './http/pair.presenter';
import type { MatchingJobs } from './jobs/matching-jobs';
import { needView } from './need-view';
import { progressOf } from './pair-progress';
import { pairLifecycle } from './pair-lifecycle';
import type { MatchRepository } from './persistence/match.repository';
import type { PairStepRepository } from './persistence/pair-step.repository';
import type { Subjects } from './persistence/subjects.read-model';
import type { SayPairs } from './say-pairs';

export interface MatchDecision {
  readonly needId: string;
  readonly packageId: string;
  readonly transition: 'dismiss' | 'restore';
  readonly reason?: string | undefined;
  readonly ifMatch: number;
}

/** Dismisses a suggestion or takes that back; the list is ranked anew at once, so that the next one moves up. */
export const decideMatch =
  (deps: {
    readonly database: Database;
    readonly audit: Audit;
    readonly subjects: Subjects;
    readonly matches: MatchRepository;
    readonly say: SayPairs;
    readonly steps: PairStepRepository;
    readonly jobs: MatchingJobs;
  }) =>
  (ctx: Context, command: MatchDecision): Promise<NeedMatch> =>
    deps.database.run(ctx, async (inner) => {
      const { subjects, matches } = deps;
      const { needId, packageId, transition } = command;
      const { need } = needView(inner, await subjects.need(inner, needId));
      const [locked] = await matches.lockNeeds(inner, [needId]);
      const row = await matches.lockPair(inner, needId, packageId);
      const pkg = await subjects.package(inner, packageId);
      if (!row || !pkg) throw new NotFound();
      if (!locked)
        throw new Conflict('need.closed', { zh: '需求已不在匹配阶段', en: 'The need is no longer being matched' });
      requireVersion(command.ifMatch, row.version);
      const next = pairLifecycle.next(row.state, transition);
      if (!next.ok)
        throw new Conflict(`match.${row.state}`, {
          zh: row.state === 'dismissed' ? '这条推荐已被忽略' : '这条推荐没有被忽略',
          en: row.state === 'dismissed' ? 'It is dismissed already' : 'It is not dismissed',
        });
      const decided = await matches.decide(inner, row, next.value, { need: locked.sequence, pkg: pkg.contentSequence });
      await deps.audit.record(inner, {
        action: transition === 'dismiss' ? 'match.dismissed' : 'match.restored',
        aggregate: { type: 'match', id: row.id },
        from: row.state,
        to: next.value,
        reason: command.reason ?? null,
        data: { needId, packageId },
      });
      await matches.markDue(inner, needId);
      inner.transaction.afterCommit(() =>
        deps.jobs.needChanged({ id: needId, sequence: decided.version, draft: false, backlog: 0 }),
      );
      const wall = await subjects.wallOf(inner, need.body);
      const links = await subjects.links(inner, [row.providerId], wall.excluded);
      const told = (await deps.steps.ofNeeds(inner, [needId])).get(needId) ?? [];
      const said = await deps.say(inner, [decided]);
      return presentNeedMatch(decided, said(decided), pkg.body, {
        flags: presentFlags(row.providerId, wall, links, false),
        progress: progressOf(told, row),
      });
    });
