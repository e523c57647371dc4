import { Loop } from '@duijie/service-kit';
import type { DeskDeps, DeskPart } from '../desk-part';
import { followNeed } from './follow-need';
import { queueRoutesOf } from './http/queue.routes';
import { openDueTasks } from './open-due-tasks';
import type { QueueDeps } from './queue-deps';

/** The broker's queue: its tasks follow the events, and open when their moment comes. */
export function createQueue(deps: DeskDeps & QueueDeps): DeskPart {
  const opening = new Loop('desk: open due tasks', deps.config.DUIJIE_DESK_SWEEP_MS, openDueTasks(deps), deps.log);
  return {
    routes: queueRoutesOf(deps),
    events: followNeed(deps.settle),
    start: () => opening.start(),
    stop: () => opening.stop(),
  };
}
