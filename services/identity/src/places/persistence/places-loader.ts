import type { Database, TransactionContext } from '@duijie/service-kit';
import { execute, select } from '../../persistence/sql';
import type { PlaceFile } from '../place-file';
import { shortCommunityName } from '../short-community-name';

const batch = 1000;

export interface PlacesLoader {
  /** Claims of communities stay. @returns counts, or null when the state with this digest is there already */
  load(
    ctx: TransactionContext,
    file: PlaceFile,
    digest: string,
    now: Date,
  ): Promise<{ districts: number; subdistricts: number; communities: number } | null>;
}

export const createPlacesLoader = (database: Database): PlacesLoader => ({
  async load(ctx, file, digest, now) {
    // Two hosts that start together load one after the other; the second finds the digest.
    const { affectedRows } = (await database
      .manager(ctx)
      .query(
        `INSERT IGNORE INTO place_source (code, name, source, source_date, digest, loaded_at) VALUES (?, ?, ?, ?, '', ?)`,
        [file.city.code, file.city.zh, file.source, file.sourceDate, now],
      )) as { affectedRows: number };
    const [known] = await select<{ digest: string }>(
      database,
      ctx,
      'SELECT digest FROM place_source WHERE code = ? FOR UPDATE',
      [file.city.code],
    );
    if (affectedRows === 0 && known?.digest === digest) return null;

    const managingOf = new Map(
      file.managingDistricts.flatMap((m) => m.subdistricts.map((code) => [code, m.key] as const)),
    );
    const districts = [
      ...file.districts.map((d) => [d.code, d.zh, 0, ...d.centre, ...d.tile]),
      ...file.managingDistricts.map((d) => [d.key, d.zh, 1, ...d.centre, ...d.tile]),
    ];
    const subdistricts = file.districts.flatMap((d) =>
      d.subdistricts.map(([code, name, communities]) => [
        code,
        name,
        d.code,
        managingOf.get(code) ?? null,
        communities.length,
        0,
      ]),
    );
    const communities = file.districts.flatMap((d) =>
      d.subdistricts.flatMap(([code, , list]) =>
        list.map(([tail, name]) => [code + tail, name, shortCommunityName(name), code, null, 0]),
      ),
    );
    const put = async (into: string, rows: readonly unknown[][], kept: readonly string[]): Promise<void> => {
      const update = kept.map((column) => `${column} = VALUES(${column})`).join(', ');
      for (let at = 0; at < rows.length; at += batch)
        await execute(database, ctx, `INSERT INTO ${into} VALUES ? ON DUPLICATE KEY UPDATE ${update}`, [
          rows.slice(at, at + batch),
        ]);
    };
    await put('district (code, name, managing, lng, lat, tile_column, tile_row)', districts, [
      'name',
      'managing',
      'lng',
      'lat',
      'tile_column',
      'tile_row',
    ]);
    await put('subdistrict (code, name, district_code, managing_code, communities, claimed)', subdistricts, [
      'name',
      'district_code',
      'managing_code',
      'communities',
    ]);
    await put('community (code, name, short_name, subdistrict_code, organisation_id, claimed)', communities, [
      'name',
      'short_name',
      'subdistrict_code',
    ]);
    await execute(
      database,
      ctx,
      'UPDATE place_source SET name = ?, source = ?, source_date = ?, digest = ?, loaded_at = ? WHERE code = ?',
      [file.city.zh, file.source, file.sourceDate, digest, now, file.city.code],
    );
    return { districts: districts.length, subdistricts: subdistricts.length, communities: communities.length };
  },
});
