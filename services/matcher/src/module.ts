import { dayOf } from '@duijie/domain-kit';
import { defineModule, Loop, type DatabaseDeps, type ModuleDeps, type RunningModule } from '@duijie/service-kit';
import { matcherConfig, type MatcherConfig } from './config';
import { decideMatch } from './decide-match';
import { createMatchingEngine } from './engine/matching-engine';
import { onCapacity } from './events/on-capacity';
import { onNeed } from './events/on-need';
import { onOrganisation } from './events/on-organisation';
import { onPackage } from './events/on-package';
import { onPairSteps } from './events/on-pair-steps';
import { onTaxonomy } from './events/on-taxonomy';
import { onUnderstanding } from './events/on-understanding';
import { createUnderstandingCopyRepository } from './persistence/understanding-copy.repository';
import { explainPair } from './explain-pair';
import { explainUnmatched, surveyNeed } from './explain-unmatched';
import { matcherRoutes } from './http/matcher.routes';
import { createCountWords } from './jobs/count-words';
import { createMatchingJobs } from './jobs/matching-jobs';
import { createSweep } from './jobs/sweep.job';
import { workQueues } from './jobs/work-queues';
import { listComposites } from './list-composites';
import { listNeedMatches } from './list-need-matches';
import { listPackageMatches } from './list-package-matches';
import { matchNeeds } from './match-needs';
import { matchPackages } from './match-packages';
import { matchingStatus } from './matching-status';
import { createChangeFeed } from './persistence/change-feed.read-model';
import { createCopiesRepository } from './persistence/copies.repository';
import { emptyingPlan } from './persistence/emptying-plan';
import { createFeedRepository } from './persistence/feed.repository';
import { createMatchLists } from './persistence/match-list.read-model';
import { createMatchRepository } from './persistence/match.repository';
import { matcherSchema } from './persistence/matcher-schema';
import { createPairStepRepository } from './persistence/pair-step.repository';
import { createSubjects } from './persistence/subjects.read-model';
import { createWorkRepository } from './persistence/work.repository';
import { createRounds } from './rounds/create-rounds';
import { createRunLog } from './run-log';
import { sayPairs } from './say-pairs';
import { suggestionsPerNeed } from './suggestions-per-need';
import { tellNeedMatches } from './tell-need-matches';
import { keepCalibration } from './calibration/keep-calibration';
import { exposureRoutes } from './exposure/http/exposure.routes';
import { keepLedger } from './exposure/keep-ledger';
import { createExposureRepository } from './exposure/persistence/exposure.repository';
import { decideWeights } from './weights/decide-weights';
import { weightsRoutes } from './weights/http/weights.routes';
import { keepWeights } from './weights/keep-weights';
import { learnWeights } from './weights/learn-weights';
import { pastParts } from './weights/past-parts';
import { createPastNeeds } from './weights/persistence/past-needs.read-model';
import { createWeightsRepository } from './weights/persistence/weights.repository';
import { proposeWeights } from './weights/propose-weights';
import { publishedWeights } from './weights/published-weights';
import { tryOutWeights } from './weights/try-out-weights';
import { whyNone } from './why-none';

function create(deps: ModuleDeps<MatcherConfig> & DatabaseDeps): RunningModule {
  const { audit, clock, config, database, log, metrics, outbox, queues } = deps;
  const feeds = createFeedRepository(database);
  const copies = createCopiesRepository(database);
  const work = createWorkRepository(database);
  const matches = createMatchRepository(database, clock);
  const lists = createMatchLists(database);
  const subjects = createSubjects(database);
  const steps = createPairStepRepository(database);
  const weights = createWeightsRepository(database);
  const threads = config.DUIJIE_MATCHER_THREADS;
  const engine = createMatchingEngine({ feed: createChangeFeed(database), threads, log });
  const jobs = createMatchingJobs(queues, clock, log);
  const runs = createRunLog(clock, metrics.registry);
  const say = sayPairs({ clock, engine, subjects, log });
  const survey = surveyNeed({ clock, engine, subjects });
  const rankNeeds = matchNeeds({
    database,
    audit,
    clock,
    engine,
    matches,
    runs,
    whyNone: whyNone({ subjects, survey }),
    tell: tellNeedMatches({ clock, outbox, matches, subjects }),
  });
  const rankPackages = matchPackages({ clock, engine, work, matchNeeds: rankNeeds });
  const countWords = createCountWords({ database, feeds, work, log });
  const sweep = new Loop(
    'matcher-sweep',
    config.DUIJIE_MATCHER_SWEEP_MS,
    createSweep({
      countWords,
      database,
      clock,
      log,
      feeds,
      work,
      jobs,
      keepWeights: keepWeights({ clock, audit, feeds, weights }),
    }),
    log,
  );

  metrics.gauge('duijie_match_due_needs', 'Needs that wait to be matched', {}, async () => (await work.backlog()).due);
  metrics.gauge('duijie_match_oldest_due_seconds', 'How long the oldest of them has waited', {}, async () => {
    const { oldestDueSince } = await work.backlog();
    return oldestDueSince === null ? 0 : Math.max(0, (clock.now().getTime() - oldestDueSince.getTime()) / 1000);
  });

  const past = createPastNeeds(database, steps);
  const partsOfPast = pastParts({ engine, past, subjects });
  const exposure = createExposureRepository(database);
  const ledger = new Loop(
    'matcher-exposure',
    config.DUIJIE_MATCHER_EXPOSURE_MS,
    keepLedger({ clock, database, feeds, exposure, log, nudge: () => sweep.nudge() }),
    log,
  );
  const propose = proposeWeights({ database, audit, clock, weights });

  const rounds = createRounds({
    audit,
    clock,
    database,
    engine,
    log,
    outbox,
    say,
    steps,
    subjects,
    sweepMs: config.DUIJIE_MATCHER_SWEEP_MS,
  });

  const copying = { clock, copies, feeds, jobs };
  const needHandler = onNeed(copying);
  const packageHandler = onPackage(copying);
  let workers: ReturnType<typeof workQueues> | undefined;
  return {
    routes: [
      ...matcherRoutes({
        listNeedMatches: listNeedMatches({ subjects, lists, say, steps }),
        listPackageMatches: listPackageMatches({ clock, engine, subjects, lists, say, steps }),
        listComposites: listComposites({ clock, engine, matches, subjects }),
        explainPair: explainPair({
          clock,
          engine,
          subjects,
          matches,
          chanceOf: keepCalibration({ clock, log, pastParts: partsOfPast }),
        }),
        explainUnmatched: explainUnmatched({ survey, subjects }),
        decideMatch: decideMatch({ database, audit, subjects, matches, say, steps, jobs }),
        matchingStatus: matchingStatus({ clock, feeds, work, jobs, runs, threads, weights }),
      }),
      ...exposureRoutes(exposure),
      ...weightsRoutes({
        weights,
        published: publishedWeights(weights),
        propose,
        learn: learnWeights({ engine, weights, pastParts: partsOfPast, propose }),
        tryOut: tryOutWeights({ database, audit, clock, engine, subjects, weights, past, pastParts: partsOfPast }),
        decide: decideWeights({ database, audit, clock, feeds, weights, nudge: () => sweep.nudge() }),
      }),
      ...rounds.routes,
    ],
    emptying: emptyingPlan(database, feeds),
    events: {
      'need.drafted.v1': needHandler,
      'need.published.v1': needHandler,
      'need.changed.v1': needHandler,
      'package.drafted.v1': packageHandler,
      'package.published.v1': packageHandler,
      'package.changed.v1': packageHandler,
      'capacity.changed.v1': onCapacity(copying),
      ...onPairSteps(steps),
      ...rounds.events,
      'organisation.changed.v1': onOrganisation(copying),
      'taxonomy.changed.v1': onTaxonomy({ copies, feeds, log, nudge: () => sweep.nudge() }),
      'understanding.changed.v1': onUnderstanding({
        learnt: createUnderstandingCopyRepository(database),
        feeds,
        log,
        nudge: () => sweep.nudge(),
      }),
    },
    start() {
      // The index is loaded now, so that the first need does not wait for it. Where that fails, a task tries again.
      engine
        .run('packages', 'keep', { asOfDay: dayOf(clock.now()), k: suggestionsPerNeed, most: 0 })
        .catch((error: unknown) => log.warn({ err: error }, 'the index could not be loaded ahead'));
      workers = workQueues({
        clock,
        countWords,
        log,
        queues,
        feeds,
        work,
        matchNeeds: rankNeeds,
        matchPackages: rankPackages,
        runs,
      });
      sweep.start();
      ledger.start();
      rounds.start();
    },
    async stop() {
      await ledger.stop();
      await sweep.stop();
      await rounds.stop();
      await workers?.close();
      await engine.close();
    },
  };
}

/** Needs and packages matched by events, with reasons. */
export const matcherModule = defineModule({
  name: 'matcher' as const,
  config: matcherConfig,
  schema: matcherSchema,
  create,
});
