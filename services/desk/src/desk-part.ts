import type { DatabaseDeps, ModuleDeps, RunningModule } from '@duijie/service-kit';
import type { DeskConfig } from './config';

/** What the host gives to the desk. */
export type DeskDeps = ModuleDeps<DeskConfig> & DatabaseDeps;

/** One part of the desk: its routes, what it does on events, what it imports, its loops. */
export type DeskPart = Pick<RunningModule, 'routes' | 'events' | 'importers' | 'start' | 'stop'>;
