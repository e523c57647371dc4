import {
  changeSavedSearch,
  findSimilar as similarRoute,
  getSearchQuestions,
  getSearchStatus,
  listSavedSearches,
  noteSearchOpened,
  rebuildSearch,
  removeSavedSearch,
  saveSearch,
  search,
  seeSavedSearch,
  suggest,
} from '@duijie/contracts';
import { dayOf } from '@duijie/domain-kit';
import { bind, defineModule, Loop, type DatabaseDeps, type ModuleDeps } from '@duijie/service-kit';
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
import { createNewDocumentsRepository } from './persistence/new-documents.repository';
import { createQuestionsRepository } from './persistence/questions.repository';
import { createSavedSearchesRepository } from './persistence/saved-searches.repository';
import { findByTerms } from './persistence/term-search.read-model';
import { readVocabulary } from './persistence/vocabulary.read-model';
import { countQuestions } from './questions/count-questions';
import { readQuery } from './read-query';
import { requestRebuild } from './request-rebuild';
import { hearOfNew } from './saved/hear-of-new';
import { keepSavedSearches } from './saved/keep-saved-searches';
import { tellDaily } from './saved/tell-daily';
import { searchPublic } from './search-public';
import { findSimilar } from './similar/find-similar';
import { showStatus } from './show-status';
import { suggestWords } from './suggest-words';
import { freshVocabulary } from './text/fresh-vocabulary';

const morningsEveryMs = 30_000;

/** Search over public needs, packages and providers. */
export const discoveryModule = defineModule({
  name: 'discovery' as const,
  config: discoveryConfig,
  schema: discoverySchema,
  create({ config, database, outbox, audit, clock, log, host }: ModuleDeps<DiscoveryConfig> & DatabaseDeps) {
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
    const saved = createSavedSearchesRepository(database);
    const keep = keepSavedSearches({ database, clock, saved });
    const morning = tellDaily({ database, outbox, clock, saved });
    const indexer = createIndexer({
      lock: createIndexerLock(database, `indexer-${namespace}`),
      indexing,
      compose,
      tell,
      rebuild,
      hear: hearOfNew({
        database,
        outbox,
        clock,
        documents,
        saved,
        vocabulary: () => vocabulary.current(),
        fresh: createNewDocumentsRepository(database),
      }),
      watch: watchIndexes({ indexing, engine, namespace, log, rebuild: (kind) => rebuild(kind, tell) }),
      log,
    });
    const mornings = new Loop('saved searches told daily', morningsEveryMs, morning, log);
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
        bind(listSavedSearches, (ctx) => keep.list(ctx)),
        bind(saveSearch, (ctx, { body }) => keep.create(ctx, body)),
        bind(changeSavedSearch, (ctx, { params, body, ifMatch }) =>
          keep.change(ctx, params.savedSearchId, body, ifMatch),
        ),
        bind(seeSavedSearch, (ctx, { params }) => keep.see(ctx, params.savedSearchId)),
        bind(removeSavedSearch, (ctx, { params }) => keep.remove(ctx, params.savedSearchId)),
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
        mornings.start();
      },
      async stop() {
        await indexer.stop();
        await counter.stop();
        await mornings.stop();
      },
    };
  },
});
