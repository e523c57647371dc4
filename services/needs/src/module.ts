import { createClient, letterheadSource } from '@duijie/api-client';
import { actorHeader, answersOf, defineModule, Loop } from '@duijie/service-kit';
import type { DatabaseDeps, ModuleDeps, RunningModule } from '@duijie/service-kit';
import type { z } from 'zod';
import { needsConfig } from './config';
import { keepCopies } from './events/keep-copies';
import { renamePoster } from './events/rename-poster';
import { needListRoutes } from './http/need-list.routes';
import { needRoutes } from './http/need.routes';
import { ruleRoutes } from './http/rule.routes';
import { needsImporter } from './imports/needs.importer';
import { openDueNeeds } from './open-due-needs';
import { needAddress } from './papers/need-address';
import { needPaperRoutes } from './papers/need-paper.routes';
import { emptyingPlan } from './persistence/emptying-plan';
import { createCopiesRepository } from './persistence/copies.repository';
import { createNeedLists } from './persistence/need-lists.read-model';
import { createNeedPartsRepository } from './persistence/need-parts.repository';
import { createNeedRecords } from './persistence/need-records.read-model';
import { createNeedRepository } from './persistence/need.repository';
import { needsSchema } from './persistence/needs-schema';
import { createRuleRepository } from './persistence/rule.repository';
import { onLotChanged } from './progress/on-lot-changed';
import { createLotProgressRepository } from './progress/persistence/lot-progress.repository';
import { createReference } from './reference';
import { cityPlaces } from './city-places';
import { understandingRoutes } from './corrections/http/understanding.routes';
import { countCorrections } from './corrections/keep-corrections';
import { tellLearnt } from './corrections/tell-learnt';
import { createCorrectionsRepository } from './corrections/persistence/corrections.repository';
import { loadShippedRules } from './rules/load-shipped-rules';
import { readShippedRules } from './rules/read-shipped-rules';
import { storeNeed } from './store-need';
import { surroundNeed } from './surround-need';
import { createNeedCandidates } from './triage/need-candidates.read-model';

/** Needs from draft to responding, templates of modes, policies and the responsibility list. */
export const needsModule = defineModule({
  name: 'needs' as const,
  config: needsConfig,
  schema: needsSchema,
  create(module: ModuleDeps<z.output<typeof needsConfig>> & DatabaseDeps): RunningModule {
    const { database, clock, audit, outbox, log, files, config, host, tokens } = module;
    const needs = createNeedRepository(database);
    const parts = createNeedPartsRepository(database);
    const copies = createCopiesRepository(database);
    const rules = createRuleRepository(database);
    const corrections = createCorrectionsRepository(database);
    const tellAll = tellLearnt({ corrections, outbox });
    const reference = createReference(rules, copies, corrections);
    const deps = {
      database,
      clock,
      audit,
      files,
      needs,
      parts,
      copies,
      rules,
      reference,
      corrections,
      tellLearnt: tellAll,
      places: cityPlaces(config.DUIJIE_DATA_DIR),
      countCorrections: countCorrections({ corrections, reference, clock, tellLearnt: tellAll }),
      progress: createLotProgressRepository(database),
      lists: createNeedLists(database),
      candidates: createNeedCandidates(database),
      records: createNeedRecords(database),
      store: storeNeed({ needs, parts, reference, audit, outbox, clock }),
      surround: surroundNeed({ copies, reference, clock }),
    };
    const routes = needRoutes(deps);
    const opening = new Loop('open needs', config.DUIJIE_NEEDS_OPEN_EVERY_MS, openDueNeeds(deps), log);
    return {
      routes: [
        ...needListRoutes(deps),
        ...understandingRoutes(deps),
        ...routes,
        ...needPaperRoutes({
          answer: answersOf(routes),
          address: needAddress(config.DUIJIE_ORIGIN, host),
          reference,
          clock,
          letterhead: letterheadSource(() =>
            createClient({
              baseUrl: host.urlOf('identity'),
              timeoutMs: 3000,
              headers: () => ({ [actorHeader]: tokens.sign({ type: 'service', service: 'needs' }) }),
            }),
          ),
        }),
        ...ruleRoutes(deps),
      ],
      async leafWords(ctx) {
        const understanding = await reference.understanding(ctx);
        return (code) => understanding.leafWords(code);
      },
      emptying: emptyingPlan(database, tellAll),
      events: { ...keepCopies(copies, renamePoster(deps)), 'lot.changed.v1': onLotChanged(deps) },
      importers: [needsImporter(deps)],
      async start() {
        const written = await loadShippedRules(deps)(await readShippedRules(config.DUIJIE_DATA_DIR));
        if (written > 0) log.info({ rules: written }, 'shipped rules brought in');
        opening.start();
      },
      stop: () => opening.stop(),
    };
  },
});
