import type { PairExplanation } from '@duijie/contracts';
import { dayOf, type Clock } from '@duijie/domain-kit';
import { NotFound, Unavailable, type Context } from '@duijie/service-kit';
import type { keepCalibration } from './calibration/keep-calibration';
import type { MatchingEngine } from './engine/matching-engine';
import { presentFlags } from './http/flags.presenter';
import { inWords, presentFacts, presentPackage } from './http/pair.presenter';
import { staysDismissed } from './list-difference';
import { needView } from './need-view';
import type { MatchRepository } from './persistence/match.repository';
import type { Subjects } from './persistence/subjects.read-model';
import { seenPackage } from './seen-package';
import { engineNeedOf, enginePackageOf } from './to-engine';

/** Explains any pair whose two sides the caller may see, suggested or not. */
export const explainPair =
  (deps: {
    readonly clock: Clock;
    readonly engine: MatchingEngine;
    readonly subjects: Subjects;
    readonly matches: MatchRepository;
    readonly chanceOf: ReturnType<typeof keepCalibration>;
  }) =>
  async (ctx: Context, needId: string, packageId: string): Promise<PairExplanation> => {
    const { subjects } = deps;
    const { need, onlyProviderId } = needView(ctx, await subjects.need(ctx, needId));
    const pkg = seenPackage(ctx, await subjects.package(ctx, packageId));
    const { providerId } = pkg.body;
    if (onlyProviderId !== null && providerId !== onlyProviderId) throw new NotFound();

    const wall = await subjects.wallOf(ctx, need.body);
    const dismissed = (await deps.matches.dismissals([needId], ctx))
      .filter(({ pair, needSequence, packageSequence }) => staysDismissed(pair, needSequence, packageSequence))
      .map(({ pair }) => pair.packageId);
    const asOfDay = dayOf(deps.clock.now());
    const { output } = await deps.engine.run('ask', 'explain', {
      needId,
      packageId,
      need: need.open ? null : engineNeedOf(need.body, wall),
      pkg:
        pkg.body.state === 'published'
          ? null
          : enginePackageOf(pkg.body, pkg.provider, pkg.capacityUsed, pkg.exposureOwed),
      // The pair itself is judged on its merits; `dismissed` says the rest.
      without: dismissed.filter((id) => id !== packageId),
      asOfDay,
    });
    if (!output)
      throw new Unavailable(
        { zh: '匹配数据正在更新，请稍后再试', en: 'The index is being brought up to date; try again' },
        1,
      );
    const failed = output.findings.filter(({ outcome }) => outcome === 'fail' || outcome === 'waivable');
    const links = await subjects.links(ctx, [providerId], wall.excluded);
    const changes = output.whatWouldChange;
    return {
      needId,
      package: presentPackage(pkg.body),
      ...presentFacts(output, presentFlags(providerId, wall, links, onlyProviderId !== null)),
      eligible: output.eligible,
      suggested: output.suggested,
      dismissed: dismissed.includes(packageId),
      rank: output.rank,
      whyNot: output.suggested
        ? []
        : [
            ...failed.map(({ reason }) => reason),
            ...changes.filter(({ rule }) => rule === null).map(({ reason }) => reason),
          ].map(inWords),
      whatWouldChange: changes.map(({ kind, rule, points, reason }) => ({
        kind,
        rule,
        points,
        words: inWords(reason),
      })),
      chance: output.eligible ? deps.chanceOf(output.weightsVersion, output.score) : null,
      asOfDay,
    };
  };
