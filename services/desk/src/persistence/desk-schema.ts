import type { DatabaseSchema } from '@duijie/service-kit';

/** Every part adds its entities and its own migration. */
export const deskSchema: DatabaseSchema = {
  entities: [],
  migrations: [],
};
