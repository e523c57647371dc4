import { Conflict, type HostFacts } from '@duijie/service-kit';
import type { Clock } from '@duijie/domain-kit';

/** Moves the demo's time forward for all services. @throws Conflict `clock.not-demo` where the system is no demo */
export const forwardClockOf =
  ({ host, clock }: { readonly host: HostFacts; readonly clock: Clock }) =>
  async (minutes: number): Promise<{ now: string }> => {
    if (!host.demo || host.moveClock === null)
      throw new Conflict('clock.not-demo', {
        zh: '只有演示系统可以拨动时间',
        en: 'Only a demo may move its time',
      });
    await host.moveClock(minutes * 60_000);
    return { now: clock.now().toISOString() };
  };
