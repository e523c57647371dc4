import type { NeedComposite, NeedComposites } from '@duijie/contracts';
import { dayOf, type Clock } from '@duijie/domain-kit';
import { NotFound, type Context } from '@duijie/service-kit';
import type { MatchingEngine } from './engine/matching-engine';
import { presentFlags } from './http/flags.presenter';
import { presentPackage, shownScore } from './http/pair.presenter';
import { setPartWords } from './http/set-part-words';
import { setReasons } from './http/set-reasons';
import { staysDismissed } from './list-difference';
import { needView } from './need-view';
import type { MatchRepository } from './persistence/match.repository';
import type { Subjects } from './persistence/subjects.read-model';
import { engineNeedOf } from './to-engine';

const setsShown = 5;

/** The best sets of packages for a need with several components, found when they are asked for. */
export const listComposites =
  (deps: {
    readonly clock: Clock;
    readonly engine: MatchingEngine;
    readonly matches: MatchRepository;
    readonly subjects: Subjects;
  }) =>
  async (ctx: Context, needId: string): Promise<NeedComposites> => {
    const { engine, subjects } = deps;
    const { need, onlyProviderId } = needView(ctx, await subjects.need(ctx, needId));
    if (onlyProviderId !== null) throw new NotFound();
    const { body } = need;
    const asOfDay = dayOf(deps.clock.now());
    const components = body.components.map(({ code }) => code);
    if (components.length < 2) return { components, sets: [], proven: true, asOfDay };

    const wall = await subjects.wallOf(ctx, body);
    const without = (await deps.matches.dismissals([needId], ctx))
      .filter(({ pair, needSequence, packageSequence }) => staysDismissed(pair, needSequence, packageSequence))
      .map(({ pair }) => pair.packageId);
    const asked = {
      ...engineNeedOf(body, wall),
      // A set answers what is asked piece by piece: what was proposed counts until somebody says otherwise.
      components: body.components.map(({ code, confidence }) => ({ code, confidence })),
    };
    const groups = await subjects.providerGroups(ctx);
    const { output } = await engine.run('ask', 'composites', { need: asked, groups, without, asOfDay, k: setsShown });
    const members = output.sets.flatMap((set) => set.members);
    const packages = await subjects.packageBodies(ctx, [...new Set(members.map(({ packageId }) => packageId))]);
    const links = await subjects.links(ctx, [...new Set(members.map(({ providerId }) => providerId))], wall.excluded);
    const names = await subjects.leafNames(ctx);
    const sets = output.sets.flatMap((set): NeedComposite[] => {
      const shown = set.members.flatMap((member): NeedComposite['members'] => {
        const pkg = packages.get(member.packageId);
        if (!pkg) return [];
        return [
          {
            package: presentPackage(pkg),
            components: [...member.components],
            score: member.score,
            scoreShown: shownScore(member.score),
            flags: presentFlags(member.providerId, wall, links, false),
          },
        ];
      });
      if (shown.length < set.members.length) return [];
      return [
        {
          members: shown,
          missing: [...set.missing],
          costFen: set.costFen,
          oneGroup: set.oneGroup,
          score: set.score,
          scoreShown: shownScore(set.score),
          contributions: set.contributions.map(({ part, points }) => ({ part, points, words: setPartWords[part] })),
          reasons: setReasons(set, body.money, names),
        },
      ];
    });
    return { components, sets, proven: output.proven, asOfDay };
  };
