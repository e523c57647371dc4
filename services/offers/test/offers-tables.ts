import { dataSourceOptions } from '@duijie/service-kit';
import { DataSource } from 'typeorm';
import { offersSchema } from '../src/persistence/offers-schema';

/** The tables of a running host, to look into from a test. */
export const openTables = async (environment: Readonly<Record<string, string>>): Promise<DataSource> =>
  new DataSource(
    await dataSourceOptions(offersSchema, {
      serverUrl: environment['DUIJIE_MYSQL_URL'] ?? '',
      name: `${environment['DUIJIE_NAMESPACE']}_offers`,
      secret: environment['DUIJIE_SECRET'] ?? '',
      poolSize: 2,
    }),
  ).initialize();
