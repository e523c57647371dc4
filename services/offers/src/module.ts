import { defineModule, type DatabaseDeps, type ModuleDeps } from '@duijie/service-kit';
import type { z } from 'zod';
import { offersConfig } from './config';
import { packageImporter } from './imports/package-importer';
import { onOrganisationChanged } from './organisations/on-organisation-changed';
import { createOrganisationRepository } from './organisations/persistence/organisation.repository';
import { packageRoutes } from './packages/http/package.routes';
import { knownDistricts } from './packages/known-districts';
import { createPackageBoard } from './packages/persistence/package-board.read-model';
import { createPackageRepository } from './packages/persistence/package.repository';
import { emptyingPlan } from './persistence/emptying-plan';
import { historyOf } from './persistence/history.read-model';
import { offersSchema } from './persistence/offers-schema';
import { taxonomyRoutes } from './taxonomy/http/taxonomy.routes';
import { loadTaxonomy } from './taxonomy/load-taxonomy';
import { createTaxonomyRepository } from './taxonomy/persistence/taxonomy.repository';
import { onRecordChanged } from './track-records/on-record-changed';
import { createProviderRecordRepository } from './track-records/persistence/provider-record.repository';
import { trackRecordRoutes } from './track-records/http/track-record.routes';
import { createTrackRecordRepository } from './track-records/persistence/track-record.repository';

/** Service packages, the taxonomy, and the opening balance of providers' records. */
export const offersModule = defineModule({
  name: 'offers' as const,
  config: offersConfig,
  schema: offersSchema,
  create(deps: ModuleDeps<z.output<typeof offersConfig>> & DatabaseDeps) {
    const { audit, clock, config, database, files, outbox } = deps;
    const organisations = createOrganisationRepository(database);
    const taxonomies = createTaxonomyRepository(database);
    const packageDeps = {
      database,
      outbox,
      audit,
      clock,
      organisations,
      taxonomies,
      packages: createPackageRepository(database),
      board: createPackageBoard(database),
      districts: knownDistricts(config.DUIJIE_DATA_DIR),
    };
    const recordDeps = {
      ...packageDeps,
      records: createTrackRecordRepository(database),
      delivered: createProviderRecordRepository(database),
    };
    const taxonomyDeps = { database, taxonomies, outbox, audit, clock };
    return {
      routes: [
        ...taxonomyRoutes(taxonomyDeps),
        ...packageRoutes(packageDeps, files, historyOf(database)),
        ...trackRecordRoutes(recordDeps),
      ],
      emptying: emptyingPlan,
      events: {
        'organisation.changed.v1': onOrganisationChanged(organisations),
        'record.changed.v1': onRecordChanged(recordDeps),
      },
      importers: [packageImporter(recordDeps)],
      async leafWords(ctx) {
        const { groups } = await taxonomies.read(ctx);
        const leaves = new Map(groups.flatMap((group) => group.leaves.map((leaf) => [leaf.code, leaf] as const)));
        return (code) => leaves.get(code);
      },
      start: loadTaxonomy(taxonomyDeps, config.DUIJIE_DATA_DIR),
    };
  },
});
