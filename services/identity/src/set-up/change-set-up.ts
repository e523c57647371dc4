import type { changeSetUp as contract, SetUpView } from '@duijie/contracts';
import {
  actingForOf,
  faultAt,
  requireVersion,
  ValidationFailed,
  type Context,
  type TransactionContext,
  type UploadedFile,
} from '@duijie/service-kit';
import type { z } from 'zod';
import type { IdentityDeps } from '../identity-deps';
import { select } from '../persistence/sql';
import { imageSize } from './image-size';
import { SetUpEntity } from './persistence/set-up.entity';

type Command = z.output<(typeof contract)['body']>;
type Facts = Pick<SetUpEntity, 'districts' | 'letterhead' | 'seal'>;

const platform = { name: 'platform' } as const;
const mostBytes = 1024 * 1024;
const mostPixels = 2000;
const leastPixels = 100;

const presentSetUp = ({ name: _name, updatedAt, districts, ...rest }: SetUpEntity): SetUpView => ({
  ...rest,
  districts: [...districts],
  updatedAt: updatedAt?.toISOString() ?? null,
});

async function bytesOf(file: UploadedFile): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of file.open()) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** @throws ValidationFailed where it is no image that papers can bear */
async function readSeal(file: UploadedFile): Promise<NonNullable<SetUpView['seal']>> {
  const { mediaType, size, sha256 } = file;
  if (mediaType !== 'image/png' && mediaType !== 'image/jpeg')
    throw new ValidationFailed([faultAt('/file', '请上传 PNG 或 JPEG 图片', 'Send a PNG or JPEG image')]);
  if (size > mostBytes)
    throw new ValidationFailed([faultAt('/file', '图片不得超过 1 MB', 'The image must not exceed 1 MB')]);
  const found = imageSize(await bytesOf(file), mediaType);
  const sides = found ? [found.widthPx, found.heightPx] : [];
  if (!found || sides.some((side) => side < leastPixels || side > mostPixels))
    throw new ValidationFailed([
      faultAt(
        '/file',
        `图片边长应在 ${leastPixels} 到 ${mostPixels} 像素之间`,
        `Each side of the image must have ${leastPixels} to ${mostPixels} pixels`,
      ),
    ]);
  return { sha256, mediaType, size, ...found };
}

/** What the association settles, a piece at a time; each piece is kept at once. */
export function changeSetUp(deps: IdentityDeps) {
  const { database, audit, clock } = deps;
  const read = async (ctx: Context): Promise<SetUpEntity> =>
    database.manager(ctx).findOneByOrFail(SetUpEntity, platform);

  const change = (
    ctx: Context,
    ifMatch: number,
    what: string,
    facts: (tx: TransactionContext) => Promise<Partial<Facts>>,
  ): Promise<SetUpView> =>
    database.run(ctx, async (tx) => {
      const before = await database
        .manager(tx)
        .findOneOrFail(SetUpEntity, { where: platform, lock: { mode: 'pessimistic_write' } });
      requireVersion(ifMatch, before.version);
      const after: SetUpEntity = {
        ...before,
        ...(await facts(tx)),
        version: before.version + 1,
        organisationId: actingForOf(tx).organisationId,
        updatedAt: clock.now(),
      };
      await database.manager(tx).save(SetUpEntity, after);
      await audit.record(tx, {
        action: `set-up.${what}`,
        aggregate: { type: 'set-up', id: platform.name },
        data: { districts: after.districts, seal: after.seal?.sha256 ?? null },
      });
      return presentSetUp(after);
    });

  async function requireDistricts(tx: TransactionContext, names: readonly string[]): Promise<void> {
    if (names.length === 0) return;
    const known = await select<{ name: string }>(database, tx, 'SELECT name FROM district WHERE name IN (?)', [names]);
    const faults = names.flatMap((name, i) =>
      known.some((one) => one.name === name)
        ? []
        : [faultAt(`/districts/${i}`, `没有这个区（市）县：${name}`, `There is no such district: ${name}`)],
    );
    if (faults.length > 0) throw new ValidationFailed(faults);
  }

  return {
    show: async (ctx: Context): Promise<SetUpView> => presentSetUp(await read(ctx)),
    read,
    change: (ctx: Context, ifMatch: number, { districts, letterhead }: Command) =>
      change(ctx, ifMatch, 'changed', async (tx) => {
        if (districts) await requireDistricts(tx, districts);
        return {
          ...(districts ? { districts: [...new Set(districts)] } : {}),
          ...(letterhead === undefined ? {} : { letterhead }),
        };
      }),
    putSeal: (ctx: Context, ifMatch: number, file: UploadedFile) =>
      change(ctx, ifMatch, 'seal-put', async () => ({ seal: await readSeal(file) })),
    removeSeal: (ctx: Context, ifMatch: number) => change(ctx, ifMatch, 'seal-removed', async () => ({ seal: null })),
  };
}
