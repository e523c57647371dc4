import type { Context, Database } from '@duijie/service-kit';
import { select } from '../../persistence/sql';

export interface NamedSubdistrict {
  readonly code: string;
  /** District of the code. */
  readonly district: string;
  /** Managing district, where there is another one. */
  readonly managing: string | null;
}
/** Places by the names that people use. */
export interface PlaceNames {
  districtExists(ctx: Context, name: string): Promise<boolean>;
  subdistricts(ctx: Context, name: string): Promise<NamedSubdistrict[]>;
  /** @param shortName e.g. 得胜社区 @returns its code, or null */
  communityCode(ctx: Context, subdistrictCode: string, shortName: string): Promise<string | null>;
}

export const createPlaceNames = (database: Database): PlaceNames => ({
  districtExists: async (ctx, name) =>
    (await select(database, ctx, 'SELECT 1 FROM district WHERE name = ?', [name])).length > 0,
  subdistricts: (ctx, name) =>
    select<NamedSubdistrict>(
      database,
      ctx,
      `SELECT s.code, d.name AS district, m.name AS managing FROM subdistrict s JOIN district d ON d.code = s.district_code
       LEFT JOIN district m ON m.code = s.managing_code WHERE s.name = ? ORDER BY s.code`,
      [name],
    ),
  async communityCode(ctx, subdistrictCode, shortName) {
    const [row] = await select<{ code: string }>(
      database,
      ctx,
      'SELECT code FROM community WHERE subdistrict_code = ? AND short_name = ? ORDER BY code LIMIT 1',
      [subdistrictCode, shortName],
    );
    return row?.code ?? null;
  },
});
