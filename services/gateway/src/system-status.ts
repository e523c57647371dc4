import { serviceNames, type ServiceName, type SystemStatus } from '@duijie/contracts';
import type { HostFacts } from '@duijie/service-kit';
import type { Clock } from '@duijie/domain-kit';

type State = SystemStatus['services'][number]['state'];
const waitMs = 1500;

const stateAt = (url: string): Promise<State> =>
  fetch(`${url}/readyz`, { signal: AbortSignal.timeout(waitMs) }).then(
    async (answer) => {
      await answer.body?.cancel();
      return answer.ok ? 'ready' : 'not-ready';
    },
    () => 'away',
  );

/** Asks every service whether it is ready; one question a process. */
export const getSystemStatusNow =
  ({ host, clock, version }: { host: HostFacts; clock: Clock; version: string }) =>
  async (): Promise<SystemStatus> => {
    const asked = new Map<string, Promise<State>>();
    const stateOf = (service: ServiceName): Promise<State> => {
      const url = host.urlOf(service);
      const state = asked.get(url) ?? stateAt(url);
      asked.set(url, state);
      return state;
    };
    const services = await Promise.all(
      serviceNames.map(async (service) => ({ service, state: await stateOf(service) })),
    );
    return { version, demo: host.demo, now: clock.now().toISOString(), services };
  };
