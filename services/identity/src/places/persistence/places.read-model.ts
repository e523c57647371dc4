import type { CommunityView, DistrictView, Page, SubdistrictView } from '@duijie/contracts';
import { decodeCursor, pageFrom, type Context, type Database } from '@duijie/service-kit';
import { select } from '../../persistence/sql';
import { startsWith } from '../../persistence/starts-with';

interface PageQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
}
interface CommunityRow {
  readonly code: string;
  readonly name: string;
  readonly short_name: string;
  readonly subdistrict_code: string;
  readonly organisation_id: string | null;
  readonly claimed: number;
  readonly subdistrict: string;
  readonly district: string;
}
const communityColumns = `c.code, c.name, c.short_name, c.subdistrict_code, c.organisation_id, c.claimed, s.name AS subdistrict,
  COALESCE(m.name, d.name) AS district
  FROM community c JOIN subdistrict s ON s.code = c.subdistrict_code JOIN district d ON d.code = s.district_code
  LEFT JOIN district m ON m.code = s.managing_code`;
const communityOf = (row: CommunityRow): CommunityView => ({
  code: row.code,
  name: row.name,
  shortName: row.short_name,
  subdistrictCode: row.subdistrict_code,
  subdistrict: row.subdistrict,
  district: row.district,
  claimed: row.claimed === 1,
  organisationId: row.organisation_id,
});

export interface PlacesReadModel {
  city(ctx: Context): Promise<{ code: string; name: string; source: string; sourceDate: string } | null>;
  districts(ctx: Context): Promise<DistrictView[]>;
  /** @returns null when there is no such district */
  subdistricts(ctx: Context, districtCode: string): Promise<SubdistrictView[] | null>;
  communities(ctx: Context, subdistrictCode: string, query: PageQuery): Promise<Page<CommunityView>>;
  subdistrictExists(ctx: Context, code: string): Promise<boolean>;
  communitiesByName(ctx: Context, name: string, query: PageQuery): Promise<Page<CommunityView>>;
  community(ctx: Context, code: string): Promise<CommunityView | null>;
}

export const createPlacesReadModel = (database: Database): PlacesReadModel => ({
  async city(ctx) {
    const [row] = await select<{ code: string; name: string; source: string; source_date: string }>(
      database,
      ctx,
      'SELECT code, name, source, source_date FROM place_source ORDER BY code LIMIT 1',
    );
    return row ? { code: row.code, name: row.name, source: row.source, sourceDate: row.source_date } : null;
  },
  async districts(ctx) {
    const rows = await select<Record<string, string | number>>(
      database,
      ctx,
      `SELECT d.code, d.name, d.managing, d.lng, d.lat, d.tile_column, d.tile_row,
         COUNT(s.code) AS subdistricts, COALESCE(SUM(s.communities), 0) AS communities, COALESCE(SUM(s.claimed), 0) AS claimed
       FROM district d LEFT JOIN subdistrict s ON (d.managing = 0 AND s.district_code = d.code) OR (d.managing = 1 AND s.managing_code = d.code)
       GROUP BY d.code, d.name, d.managing, d.lng, d.lat, d.tile_column, d.tile_row ORDER BY d.managing, d.code`,
    );
    return rows.map((row) => ({
      code: String(row['code']),
      name: String(row['name']),
      managing: row['managing'] === 1,
      centre: { lng: Number(row['lng']), lat: Number(row['lat']) },
      tile: { column: Number(row['tile_column']), row: Number(row['tile_row']) },
      subdistricts: Number(row['subdistricts']),
      communities: Number(row['communities']),
      claimed: Number(row['claimed']),
    }));
  },
  async subdistricts(ctx, districtCode) {
    const [district] = await select<{ managing: number }>(
      database,
      ctx,
      'SELECT managing FROM district WHERE code = ?',
      [districtCode],
    );
    if (!district) return null;
    const rows = await select<{
      code: string;
      name: string;
      district_code: string;
      district: string;
      communities: number;
      claimed: number;
    }>(
      database,
      ctx,
      `SELECT s.code, s.name, s.district_code, COALESCE(m.name, d.name) AS district, s.communities, s.claimed
       FROM subdistrict s JOIN district d ON d.code = s.district_code LEFT JOIN district m ON m.code = s.managing_code
       WHERE s.${district.managing === 1 ? 'managing_code' : 'district_code'} = ? ORDER BY s.code`,
      [districtCode],
    );
    return rows.map(({ district_code: code, ...row }) => ({ ...row, districtCode: code }));
  },
  async communities(ctx, subdistrictCode, { limit, cursor }) {
    const after = cursor === undefined ? '' : decodeCursor(cursor, ['code'])[0];
    const rows = await select<CommunityRow>(
      database,
      ctx,
      `SELECT ${communityColumns} WHERE c.subdistrict_code = ? AND c.code > ? ORDER BY c.code LIMIT ?`,
      [subdistrictCode, after, limit + 1],
    );
    const page = pageFrom(rows, limit, (row) => [row.code]);
    return { items: page.items.map(communityOf), nextCursor: page.nextCursor };
  },
  subdistrictExists: async (ctx, code) =>
    (await select(database, ctx, 'SELECT 1 FROM subdistrict WHERE code = ?', [code])).length > 0,
  async communitiesByName(ctx, name, { limit, cursor }) {
    const [afterName, afterCode] = cursor === undefined ? ['', ''] : decodeCursor(cursor, ['text', 'code']);
    const rows = await select<CommunityRow>(
      database,
      ctx,
      `SELECT ${communityColumns}
       WHERE c.short_name LIKE ? AND (c.short_name > ? OR (c.short_name = ? AND c.code > ?))
       ORDER BY c.short_name, c.code LIMIT ?`,
      [startsWith(name), afterName, afterName, afterCode, limit + 1],
    );
    const page = pageFrom(rows, limit, (row) => [row.short_name, row.code]);
    return { items: page.items.map(communityOf), nextCursor: page.nextCursor };
  },
  async community(ctx, code) {
    const [row] = await select<CommunityRow>(database, ctx, `SELECT ${communityColumns} WHERE c.code = ?`, [code]);
    return row ? communityOf(row) : null;
  },
});
