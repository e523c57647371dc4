import { offersRoutes, type Actor } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { bind, defineModule, NotFound, startHost, type Host } from '@duijie/service-kit';
import { actorHeaders, aPerson, clearNamespace, eventually, testEnvironment, testNamespace } from '@duijie/testkit';
import { existsSync, readdirSync, readFileSync, readlinkSync, utimesSync, writeFileSync, mkdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { z } from 'zod';

// The package is fetched whole by clients; here it matters only that the use case answers or refuses.
const environment = testEnvironment(testNamespace('up'), { NODE_ENV: 'development' });
const files = join(environment['DUIJIE_STATE_DIR'] ?? '', 'files');
const staging = join(files, 'tmp');
const packageId = newId(Date.now());
const gone = newId(Date.now());
const firm = aPerson('property_firm');
let handled = 0;
let host: Host;

const offers = defineModule({
  name: 'offers' as const,
  config: z.object({}),
  schema: { entities: [], migrations: [] },
  create: () => ({
    routes: [
      bind(offersRoutes.addPackageFile, async (_ctx, { params, file }) => {
        handled += 1;
        if (params.packageId === gone) throw new NotFound();
        return { id: packageId, title: file?.name } as never;
      }),
    ],
  }),
});

const address = (id: string): string => `${host.url}/api/v1/packages/${id}/files`;
const headersOf = (key: string, actor: Actor = firm) => ({
  ...actorHeaders(environment, actor),
  'idempotency-key': `upload-${key}`,
});
function send(id: string, content: string | Buffer, key: string): Promise<Response> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(Buffer.from(content))]), 'scan.txt');
  return fetch(address(id), { method: 'POST', body: form, headers: headersOf(key) });
}
const sha256 = (content: string): string => createHash('sha256').update(content).digest('hex');
const stored = (content: string): string => join(files, sha256(content).slice(0, 2), sha256(content));
const isStored = (content: string): boolean => existsSync(stored(content));
/** Files below the store that this process holds open. */
const openFiles = (): string[] =>
  readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      const path = readlinkSync(`/proc/self/fd/${fd}`);
      return path.startsWith(files) ? [path] : [];
    } catch {
      return [];
    }
  });

const nothingLeft = (): Promise<void> =>
  eventually(() => expect([readdirSync(staging), openFiles()]).toEqual([['of-another-process'], []]));

beforeAll(async () => {
  await clearNamespace(environment);
  mkdirSync(staging, { recursive: true });
  for (const name of ['left-behind', 'of-another-process']) writeFileSync(join(staging, name), 'x');
  const longAgo = new Date(Date.now() - 2 * 3_600_000);
  utimesSync(join(staging, 'left-behind'), longAgo, longAgo);
  host = await startHost([offers], environment);
});
afterAll(() => host.stop());

test('what a killed process left in staging is swept at the start, what is young may be another one’s', () => {
  expect(readdirSync(staging)).toEqual(['of-another-process']);
});

describe('nothing is left in staging', () => {
  test('when the use case has succeeded; then the file is in the store', async () => {
    expect((await send(packageId, '好', 'kept')).status).toBe(200);
    expect(readFileSync(stored('好'), 'utf8')).toBe('好');
    await nothingLeft();
  });
  test('when it is refused; then the file is nowhere', async () => {
    expect((await send(gone, '外人的文件', 'refused')).status).toBe(404);
    expect(isStored('外人的文件')).toBe(false);
    await nothingLeft();
  });
  test('when a request is repeated, with the same content or another', async () => {
    const before = handled;
    expect((await send(packageId, '一次', 'twice')).status).toBe(200);
    const again = await send(packageId, '一次', 'twice');
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([200, 'true']);
    expect((await send(packageId, '换了', 'twice')).status).toBe(422);
    expect(handled).toBe(before + 1);
    expect(isStored('换了')).toBe(false);
    await nothingLeft();
  });
  test('when a field beside the file is wrong', async () => {
    const form = new FormData();
    form.set('file', new Blob(['x']), 'scan.txt');
    form.set('unknown', 'x');
    const answer = await fetch(address(packageId), { method: 'POST', body: form, headers: headersOf('field') });
    expect(answer.status).toBe(422);
    await nothingLeft();
  });
  test('when the file is too large, or of no type that is taken', async () => {
    expect((await send(packageId, Buffer.alloc(20 * 1024 * 1024 + 1, 'x'), 'large')).status).toBe(413);
    expect((await send(packageId, Buffer.from([0, 1, 2]), 'type')).status).toBe(422);
    await nothingLeft();
  });
  test.each([
    ['in the middle of the file', 'content-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf', 1],
    ['in a part that is not the file', 'content-disposition: form-data; name="b"; filename="a.txt"\r\n\r\nhalf', 0],
    ['before the file', 'content-dis', 0],
  ])('when the caller breaks off %s', async (where, begun, open) => {
    const out = request(address(packageId), {
      method: 'POST',
      headers: {
        ...headersOf(`abort-${where.length}`),
        'content-type': 'multipart/form-data; boundary=b',
        'content-length': 1_000_000,
      },
    });
    out.on('error', () => undefined);
    out.write(`--b\r\n${begun}`);
    await eventually(() => expect([(out.socket?.bytesWritten ?? 0) > 0, openFiles().length]).toEqual([true, open]));
    out.destroy();
    await nothingLeft();
  });
  test.each([
    ['ends before its last boundary', 'multipart/form-data; boundary=b', 400],
    ['names no boundary', 'multipart/form-data', 400],
    ['is no form', 'text/plain', 415],
  ])('when the request %s', async (what, type, status) => {
    const body = '--b\r\ncontent-disposition: form-data; name="file"; filename="scan.txt"\r\n\r\nhalf';
    const answer = await fetch(address(packageId), {
      method: 'POST',
      body,
      headers: { ...headersOf(`broken-${what.length}`), 'content-type': type },
    });
    expect(answer.status).toBe(status);
    await nothingLeft();
  });
});
