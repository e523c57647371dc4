import type { Client } from '@duijie/api-client';
import { createNeed, createPackage, publishPackage, submitNeed, type NeedView } from '@duijie/contracts';

/** A need that any verified community may post, as a draft. @param number makes it one of its kind */
export const draftNeed = (client: Client, number: number, idempotencyKey?: string): Promise<NeedView> =>
  client.call(createNeed, {
    body: {
      title: `第 ${number} 处小区急需物业接管`,
      description: `物业连夜撤走了，第 ${number} 处小区电梯停运，垃圾没人收，想请一家公司马上接管几个月。`,
      components: ['property.custody'],
      window: { start: null, end: null },
      money: { kind: 'range', minFen: 3_000_000, maxFen: 4_000_000 },
      funding: 'community_fund',
    },
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
  });

export async function publishNeed(client: Client, number: number): Promise<NeedView> {
  const { id, version } = await draftNeed(client, number);
  return client.call(submitNeed, { params: { needId: id }, ifMatch: version });
}

export async function publishCustody(client: Client, number: number): Promise<string> {
  const draft = await client.call(createPackage, {
    body: {
      title: `应急物业托管 ${number} 号`,
      description: '弃管小区应急物业托管：四十八小时内进场，门岗、保洁、电梯、二次供水先恢复，配合移交。',
      categories: ['property.custody'],
      price: { model: 'fixed', minFen: 3_000_000, maxFen: 3_500_000 },
    },
  });
  await client.call(publishPackage, { params: { packageId: draft.id }, ifMatch: draft.version });
  return draft.id;
}

/** Works on, one piece after the other, until it is `enough`. */
export async function keepOn(enough: () => boolean, work: (piece: number) => Promise<void>): Promise<void> {
  for (let piece = 1; !enough(); piece += 1) await work(piece);
}
