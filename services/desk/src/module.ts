import { defineModule } from '@duijie/service-kit';
import { deskConfig } from './config';
import { keepCopies } from './copies/keep-copies';
import { createCopiesRepository } from './copies/persistence/copies.repository';
import type { DeskDeps } from './desk-part';
import { createIntroductions } from './introductions/create-introductions';
import { joinParts } from './join-parts';
import { deskSchema } from './persistence/desk-schema';

/** Broker's queue, introductions, follow-ups and notices. */
export const deskModule = defineModule({
  name: 'desk' as const,
  config: deskConfig,
  schema: deskSchema,
  create(deps: DeskDeps) {
    const copies = createCopiesRepository(deps.database);
    return joinParts([
      { routes: [], events: keepCopies(copies) },
      createIntroductions({ ...deps, copies, listeners: [] }),
    ]);
  },
});
