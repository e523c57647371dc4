import type { Clock } from '@duijie/domain-kit';
import { serviceContext, type Database } from '@duijie/service-kit';
import type { TaskRepository } from './persistence/task.repository';

const batch = 200;

/** Shows the tasks whose moment has come; a moved clock brings them at the next round. @returns how many */
export const openDueTasks =
  ({
    database,
    tasks,
    clock,
  }: {
    readonly database: Database;
    readonly tasks: TaskRepository;
    readonly clock: Clock;
  }) =>
  async (): Promise<number> => {
    for (let opened = 0; ;) {
      const now = await database.run(serviceContext('desk'), (ctx) => tasks.openDue(ctx, clock.now(), batch));
      opened += now;
      if (now < batch) return opened;
    }
  };
