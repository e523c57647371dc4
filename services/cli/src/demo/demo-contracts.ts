import type { Client } from '@duijie/api-client';
import { changeCompound, getCompound } from '@duijie/contracts';
import { addDays, type Day } from '@duijie/domain-kit';

/** What is invented of a contract between a property firm and the owners of a compound. */
const contracts = [
  { endsAfterDays: -20, feeFen: 90 },
  { endsAfterDays: 95, feeFen: 160 },
  { endsAfterDays: 210, feeFen: 220 },
  { endsAfterDays: 330, feeFen: 128 },
] as const;

/**
 * Gives some compounds to a firm, whose home then tells which of its contracts end. One that has a firm already stays.
 * @param compoundIds as many as are managed at most
 */
export async function signDemoContracts(
  client: Client,
  firmId: string,
  compoundIds: readonly string[],
  today: Day,
): Promise<void> {
  for (const [at, { endsAfterDays, feeFen }] of contracts.entries()) {
    const compoundId = compoundIds[at];
    if (compoundId === undefined) return;
    const params = { compoundId };
    const compound = await client.call(getCompound, { params });
    if (compound.firmId !== null) continue;
    await client.call(changeCompound, {
      params,
      ifMatch: compound.version,
      body: { firmId, contractEndsOn: addDays(today, endsAfterDays), feeFen, feeRegime: 'lump_sum' },
    });
  }
}
