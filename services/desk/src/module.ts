import { defineModule } from '@duijie/service-kit';
import { deskConfig } from './config';
import type { DeskDeps } from './desk-part';
import { joinParts } from './join-parts';
import { deskSchema } from './persistence/desk-schema';

/** Broker's queue, introductions, follow-ups and notices. */
export const deskModule = defineModule({
  name: 'desk' as const,
  config: deskConfig,
  schema: deskSchema,
  create: (deps: DeskDeps) => {
    void deps;
    return joinParts([]);
  },
});
