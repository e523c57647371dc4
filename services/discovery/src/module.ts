import {
  findSimilar as similarRoute,
  getSearchQuestions,
  getSearchStatus,
  noteSearchOpened,
  rebuildSearch,
  search,
  suggest,
} from '@duijie/contracts';
import { dayOf } from '@duijie/domain-kit';
import { bind, defineModule, type DatabaseDeps, type ModuleDeps } from '@duijie/service-kit';
import { discoveryConfig, type DiscoveryConfig } from './config';
import { districtCentres } from './document/district-centres';
import { createEngineGuard } from './engine/engine-guard';
import { findByEngine } from './engine/find-by-engine';
import { createSearchEngine } from './engine/search-engine';
import { discoveryEvents } from './events/discovery-events';
import { composeDocuments } from './jobs/compose-documents';
import { indexDocuments } from './jobs/index-documents';
import { createIndexer } from './jobs/indexer';
import { rebuildIndex } from './jobs/rebuild-index';
import { watchIndexes } from './jobs/watch-indexes';
import { insteadOfNothing } from './instead-of-nothing';
import { createComposerRepository } from './persistence/composer.repository';
import { discoverySchema } from './persistence/discovery-schema';
import { createDocumentsReadModel } from './persistence/documents.read-model';
import { createDocumentsRepository } from './persistence/documents.repository';
import { emptyingPlan } from './persistence/emptying-plan';
import { createIndexerLock } from './persistence/indexer-lock';
import { createIndexingRepository } from './persistence/indexing.repository';
import { createQuestionsRepository } from './persistence/questions.repository';
import { findByTerms } from './persistence/term-search.read-model';
import { readVocabulary } from './persistence/vocabulary.read-model';
import { countQuestions } from './questions/count-questions';
import { readQuery } from './read-query';
import { requestRebuild } from './request-rebuild';
import { searchPublic } from './search-public';
import { findSimilar } from './similar/find-similar';
import { showStatus } from './show-status';
import { suggestWords } from './suggest-words';
import { freshVocabulary } from './text/fresh-vocabulary';

/** Search over public needs, packages and providers. */
export const discoveryModule = defineModule({
  name: 'discovery' as const,
  config: discoveryConfig,
  schema: discoverySchema,
  create({ config, database, audit, clock, log, host }: ModuleDeps<DiscoveryConfig> & DatabaseDeps) {
    const { namespace } = host;
    const engine = createSearchEngine(config.DUIJIE_MEILI_URL, config.DUIJIE_MEILI_KEY);
    const documents = createDocumentsReadModel(database);
    const indexing = createIndexingRepository(database);
    const vocabulary = freshVocabulary(
      () => readVocabulary(database),
      (error) => log.warn({ err: error }, 'vocabulary could not be read again; the old one stays'),
    );
    const rebuild = rebuildIndex({ indexing, engine, namespace, clock, log });
    const compose = composeDocuments(
      database,
      createComposerRepository(database),
      districtCentres(config.DUIJIE_DATA_DIR),
    );
    const tell = indexDocuments({ database, indexing, engine, namespace });
    const indexer = createIndexer({
      lock: createIndexerLock(database, `indexer-${namespace}`),
      indexing,
      compose,
      tell,
      rebuild,
      watch: watchIndexes({ indexing, engine, namespace, log, rebuild: (kind) => rebuild(kind, tell) }),
      log,
    });
    const questions = createQuestionsRepository(database);
    const counter = countQuestions({ questions, clock, log });
    const find = searchPublic({
      documents,
      asked: (q, found) => counter.asked(q, found),
      guard: createEngineGuard(log, 'search', true),
      readQuery: readQuery({ documents, vocabulary: () => vocabulary.current() }),
      findByEngine: findByEngine(engine, namespace),
      findByTerms: findByTerms(database),
      insteadOfNothing: insteadOfNothing({ vocabulary: () => vocabulary.current(), find: findByTerms(database) }),
    });
    const suggestions = suggestWords({
      documents,
      engine,
      guard: createEngineGuard(log, 'suggestions', false),
      namespace,
      vocabulary: () => vocabulary.current(),
    });
    const status = showStatus({ indexing, engine, namespace });
    const askForRebuild = requestRebuild({
      database,
      audit,
      clock,
      indexing,
      nudge: () => indexer.nudge(),
      showStatus: status,
    });
    const similar = findSimilar(documents);
    return {
      routes: [
        bind(similarRoute, (_ctx, { query }) => similar(query)),
        bind(noteSearchOpened, async (_ctx, { body: { q, position } }) => {
          counter.opened(q, position);
          return undefined;
        }),
        bind(getSearchQuestions, async (_ctx, { query: { days, order, limit } }) => ({
          items: await questions.most(dayOf(new Date(clock.now().getTime() - days * 86_400_000)), order, limit),
        })),
        bind(suggest, (_ctx, { query }) => suggestions(query)),
        bind(getSearchStatus, (ctx) => status(ctx)),
        bind(search, (_ctx, { query }) => find(query)),
        bind(rebuildSearch, (ctx, { body }) => askForRebuild(ctx, body)),
      ],
      emptying: emptyingPlan(database, () => indexer.nudge()),
      events: discoveryEvents(createDocumentsRepository(database), {
        changed: () => indexer.nudge(),
        taxonomyChanged: () => vocabulary.outdated(),
      }),
      start() {
        indexer.start();
        counter.start();
      },
      async stop() {
        await indexer.stop();
        await counter.stop();
      },
    };
  },
});
