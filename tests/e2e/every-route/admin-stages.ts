import { getMe, getSetUp, importContracts, putSeal } from '@duijie/contracts';
import { createBullQueues, createLogger, openRedis } from '@duijie/service-kit';
import { pngOf } from './png-of';
import type { Stages } from './stage';
import type { Trade } from './trade';

/** What an administrator finds: a job that was given up, a seal, something invented. */
export function adminStages({ administrator, soon }: Trade, environment: Readonly<Record<string, string>>): Stages {
  const queue = 'given-up';
  let jobs = 0;
  /** A job that failed for good, as BullMQ keeps it. */
  async function aFailedJob(): Promise<string> {
    jobs += 1;
    const jobId = `job-${jobs}`;
    const prefix = `{${environment['DUIJIE_NAMESPACE']}}`;
    const log = createLogger('silent');
    const redis = openRedis(environment['DUIJIE_REDIS_URL'] ?? '', log);
    const queues = createBullQueues(redis, prefix, log);
    await queues.queue<string>(queue).add([{ id: jobId, data: jobId }]);
    await redis.lrem(`${prefix}:${queue}:wait`, 0, jobId);
    await redis.zadd(`${prefix}:${queue}:failed`, Date.now(), jobId);
    await queues.close();
    redis.disconnect();
    return jobId;
  }
  const failed = async () => ({ as: 'administrator', path: { queue, jobId: await aFailedJob() } });
  const sealed = async () => {
    const { version } = await administrator.client.call(getSetUp);
    await administrator.client.call(putSeal, {
      ifMatch: version,
      file: { name: '印章.png', content: pngOf(600, 600) },
    });
    return { as: 'administrator' };
  };
  return {
    listFailedJobs: async () => ({ as: 'administrator', path: { queue: (await failed()).path.queue } }),
    retryJob: failed,
    discardJob: failed,
    downloadSeal: sealed,
    removeSeal: sealed,
    async emptyDemo() {
      const { start, get } = importContracts('identity', 'organisations');
      const row = {
        id: 'invented',
        name: '虚构物业服务有限公司',
        kind: 'property_firm',
        verification: 'verified',
        demo: true,
      };
      const { id: importId } = await administrator.client.call(start, {
        body: {},
        file: { name: 'invented.jsonl', content: Buffer.from(`${JSON.stringify(row)}\n`) },
      });
      await soon(async () => {
        const { state } = await administrator.client.call(get, { params: { importId } });
        if (state !== 'done') throw new Error(`the import is ${state}`);
      });
      const { actingFor } = await administrator.client.call(getMe);
      return { as: 'administrator', body: { confirm: actingFor?.organisationName ?? '' } };
    },
  };
}
