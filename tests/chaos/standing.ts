import type { Client } from '@duijie/api-client';
import { auditContract, auditedServices, getMatchingStatus, getSearchStatus } from '@duijie/contracts';
import { eventually } from '@duijie/testkit';
import { deliveryReport } from '../e2e/exactly-once';
import type { RunningSystem } from '../e2e/running-system';
import { figureOf } from './figures';

/** Where the parts of a system stand against each other. What is `settled` has nothing left to catch up. */
export interface Standing {
  /** Deliveries that no inbox has confirmed. */
  readonly unconfirmed: number;
  /** Subscribers whose inbox does not hold exactly what was sent to them. */
  readonly unequal: readonly string[];
  /** Needs open for responses, at their owner and in the matcher. */
  readonly openNeeds: number;
  readonly matcherOpenNeeds: number;
  /** Lists to be made or made anew, and packages to be worked on. */
  readonly matchingDue: number;
  /** Open needs whose list is not that of their latest state. */
  readonly matchedEarlier: number;
  /** Documents to be composed or told. */
  readonly indexingDue: number;
  /** Needs that the engine holds. */
  readonly indexedNeeds: number | null;
  readonly auditFaults: number;
  readonly unsealed: number;
}

export async function standingOf(system: RunningSystem, administrator: Client): Promise<Standing> {
  const { environment } = system;
  const namespace = environment['DUIJIE_NAMESPACE'] ?? '';
  const report = await deliveryReport(environment);
  const matching = await administrator.call(getMatchingStatus);
  const search = await administrator.call(getSearchStatus);
  const audits = await Promise.all(auditedServices.map((service) => administrator.call(auditContract(service))));
  return {
    unconfirmed: report.unconfirmed,
    unequal: Object.entries(report.bySubscriber).flatMap(([name, { sent, taken }]) =>
      sent === taken ? [] : [`${name}: ${sent} sent, ${taken} taken`],
    ),
    openNeeds: await figureOf(environment, 'needs', `SELECT COUNT(*) AS n FROM need WHERE listing = 'open'`),
    matcherOpenNeeds: await figureOf(
      environment,
      'matcher',
      `SELECT COUNT(*) AS n FROM need_copy WHERE open = 1 AND state IN ('published', 'responding')`,
    ),
    matchingDue: matching.needs.due + matching.needs.settling + matching.packages.due,
    matchedEarlier: await figureOf(
      environment,
      'matcher',
      `SELECT COUNT(*) AS n FROM ${namespace}_needs.need n LEFT JOIN need_copy c ON c.id = n.id
       WHERE n.listing = 'open' AND (c.id IS NULL OR c.sequence < n.version OR c.matched_sequence < c.sequence)`,
    ),
    indexingDue: search.pending,
    indexedNeeds: search.indexes.find(({ kind }) => kind === 'need')?.indexed ?? null,
    auditFaults: audits.reduce((sum, { faults }) => sum + faults.length, 0),
    unsealed: audits.reduce((sum, { unsealed }) => sum + unsealed, 0),
  };
}

/** What a standing is, once everything has followed. @param openNeeds how many needs are open for responses */
export const settledWith = (openNeeds: number): Standing => ({
  unconfirmed: 0,
  unequal: [],
  openNeeds,
  matcherOpenNeeds: openNeeds,
  matchingDue: 0,
  matchedEarlier: 0,
  indexingDue: 0,
  indexedNeeds: openNeeds,
  auditFaults: 0,
  unsealed: 0,
});

/** Waits, without a hand, until everything has followed. @returns how it stands then @throws with what is still behind */
export async function untilSettled(
  system: RunningSystem,
  administrator: Client,
  openNeeds: number,
  timeoutMs = 60_000,
): Promise<Standing> {
  const end = Date.now() + timeoutMs;
  // One cheap question first: the whole look would take the time that catching up needs.
  await eventually(async () => {
    const { unconfirmed } = await deliveryReport(system.environment);
    if (unconfirmed > 0) throw new Error(`${unconfirmed} deliveries are not confirmed`);
  }, timeoutMs);
  return eventually(
    async () => {
      const standing = await standingOf(system, administrator);
      expect(standing).toEqual(settledWith(openNeeds));
      return standing;
    },
    Math.max(0, end - Date.now()),
  );
}
