import type { NeedBody, OrganisationState, PackageBody, TaxonomyState, UnderstandingState } from '@duijie/contracts';
import { defaultWeights, PROVIDER_KINDS, type CountedPackage, type Weights } from '@duijie/match-engine';
import { select, type Database } from '@duijie/service-kit';
import { conflictWall } from '../conflict-wall';
import type { ChangeFeed, FeedPage, FeedPlace } from '../engine/change-feed';
import type { NeedChange, PackageChange } from '../engine/engine-protocol';
import { takesResponses } from '../need-openness';
import { engineLeavesOf, engineNeedOf, enginePackageOf } from '../to-engine';
import { completed } from '../weights/weights-version';
import { draftedBy } from './affiliations.read-model';

const pageSize = 500;

interface NeedRow {
  readonly id: string;
  readonly sequence: string;
  readonly change_no: string;
  readonly open: number;
  readonly organisation_id: string;
  readonly body: string;
}
interface PackageRow {
  readonly id: string;
  readonly content_sequence: string;
  readonly change_no: string;
  readonly state: string;
  readonly body: string;
  readonly used: number | null;
  readonly owed: number | null;
  readonly provider: string | null;
}

function pageOf<R extends { readonly id: string; readonly change_no: string }, T>(
  rows: readonly R[],
  changes: readonly T[],
): FeedPage<T> {
  const last = rows.at(-1);
  return { changes, next: last ? { changeNo: Number(last.change_no), id: last.id } : null };
}

function packageChange(row: PackageRow): PackageChange {
  const body = JSON.parse(row.body) as PackageBody;
  const provider = row.provider === null ? null : (JSON.parse(row.provider) as OrganisationState);
  const offered =
    row.state === 'published' && (PROVIDER_KINDS as readonly string[]).includes(provider?.kind ?? body.providerKind);
  return {
    packageId: row.id,
    sequence: Number(row.content_sequence),
    pkg: offered ? enginePackageOf(body, provider, row.used ?? 0, row.owed ?? 0) : null,
  };
}

/** The feeds as the threads pull them. A first pull leaves out what would only be taken away again. */
export const createChangeFeed = (database: Database): ChangeFeed => ({
  async ends() {
    const rows = await select<{ name: string; position: string }>(
      database,
      `SELECT name, position FROM feed WHERE name IN ('needs', 'packages', 'words', 'weights', 'gone')
       UNION ALL SELECT 'taxonomy', sequence FROM taxonomy_copy WHERE name = 'city'
       UNION ALL SELECT 'learnt', JSON_EXTRACT(body, '$.version') FROM understanding_copy WHERE name = 'city'`,
    );
    const end = (name: string): number => Number(rows.find((row) => row.name === name)?.position ?? 0);
    return {
      needs: end('needs'),
      packages: end('packages'),
      taxonomy: end('taxonomy'),
      learnt: end('learnt'),
      words: end('words'),
      weights: end('weights'),
      gone: end('gone'),
    };
  },

  async needs(after: FeedPlace): Promise<FeedPage<NeedChange>> {
    const rows = await select<NeedRow>(
      database,
      `SELECT id, sequence, change_no, open, organisation_id, body FROM need_copy
       WHERE (change_no > ? OR (change_no = ? AND id > ?)) ${after.changeNo === 0 ? 'AND open = 1' : ''}
       ORDER BY change_no, id LIMIT ${pageSize}`,
      [after.changeNo, after.changeNo, after.id],
    );
    const drafters = await draftedBy(database, [...new Set(rows.map((row) => row.organisation_id))]);
    return pageOf(
      rows,
      rows.map((row) => {
        const body = JSON.parse(row.body) as NeedBody;
        return {
          needId: row.id,
          sequence: Number(row.sequence),
          changeNo: Number(row.change_no),
          takesResponses: takesResponses(body.state),
          need: row.open === 1 ? engineNeedOf(body, conflictWall(body, drafters.get(row.organisation_id) ?? [])) : null,
        };
      }),
    );
  },

  async packages(after: FeedPlace): Promise<FeedPage<PackageChange>> {
    const rows = await select<PackageRow>(
      database,
      `SELECT p.id, p.content_sequence, p.change_no, p.state, p.body, c.used, x.owed_permille AS owed, o.body AS provider
       FROM package_copy p LEFT JOIN organisation_copy o ON o.id = p.provider_id
       LEFT JOIN capacity_copy c ON c.package_id = p.id LEFT JOIN exposure_account x ON x.provider_id = p.provider_id
       WHERE (p.change_no > ? OR (p.change_no = ? AND p.id > ?)) ${after.changeNo === 0 ? `AND p.state = 'published'` : ''}
       ORDER BY p.change_no, p.id LIMIT ${pageSize}`,
      [after.changeNo, after.changeNo, after.id],
    );
    return pageOf(rows, rows.map(packageChange));
  },

  async weights() {
    const [row] = await select<{ weights: string }>(
      database,
      'SELECT weights FROM weights_version WHERE force_slot = 1',
    );
    return row ? completed(JSON.parse(row.weights) as Weights) : defaultWeights;
  },

  async countedOtherwise(position) {
    if (position === 0) return [];
    const counted: CountedPackage[] = [];
    for (let after: FeedPlace | null = { changeNo: position, id: 'z' }; after !== null;) {
      const rows: readonly (Omit<PackageRow, 'body'> & { readonly body: string | null })[] = await select(
        database,
        `SELECT p.id, p.content_sequence, p.change_no, 'published' AS state, p.counted_body AS body, c.used, NULL AS owed, o.body AS provider
         FROM package_copy p LEFT JOIN organisation_copy o ON o.id = p.provider_id
         LEFT JOIN capacity_copy c ON c.package_id = p.id
         WHERE p.change_no > ? OR (p.change_no = ? AND p.id > ?) ORDER BY p.change_no, p.id LIMIT ${pageSize}`,
        [after.changeNo, after.changeNo, after.id],
      );
      for (const { body, ...row } of rows)
        counted.push({ id: row.id, pkg: body === null ? null : packageChange({ ...row, body }).pkg });
      after = pageOf(rows, []).next;
    }
    return counted;
  },

  async taxonomy() {
    const [row] = await select<{ body: string }>(database, `SELECT body FROM taxonomy_copy WHERE name = 'city'`);
    return row ? engineLeavesOf(JSON.parse(row.body) as TaxonomyState) : [];
  },

  async learnt() {
    const [row] = await select<{ body: string }>(database, `SELECT body FROM understanding_copy WHERE name = 'city'`);
    const { means, not } = row ? (JSON.parse(row.body) as UnderstandingState) : { means: [], not: [] };
    return { means, not };
  },
});
