import { importContracts, importKinds, importServices, type ImportKind } from '@duijie/contracts';
import type { Stages } from './stage';
import type { Trade } from './trade';

/** A trial that has ended, for each kind of import, so that its rows can be imported. */
export function importStages({ administrator, soon }: Trade): Stages {
  let trials = 0;
  async function aTrial(kind: ImportKind): Promise<string> {
    const contracts = importContracts(importServices[kind], kind);
    trials += 1;
    const { id: importId } = await administrator.client.call(contracts.start, {
      body: { dryRun: 'true' },
      file: { name: `${kind}-${trials}.jsonl`, content: Buffer.from(`{"id":"trial-${trials}"}\n`) },
    });
    await soon(async () => {
      const { state } = await administrator.client.call(contracts.get, { params: { importId } });
      if (state !== 'done') throw new Error(`the trial is ${state}`);
    });
    return importId;
  }
  return Object.fromEntries(
    importKinds.map((kind) => [
      importContracts(importServices[kind], kind).apply.id,
      async () => ({ as: 'administrator', path: { importId: await aTrial(kind) } }),
    ]),
  );
}
