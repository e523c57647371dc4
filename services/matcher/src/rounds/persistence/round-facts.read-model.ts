import type { NeedBody, NeedState, OrganisationState, PackageBody, RoundSelection } from '@duijie/contracts';
import { contributionsFrom, type Contribution } from '@duijie/match-engine';
import { select, type Context, type Database } from '@duijie/service-kit';
import { matchRowOf, type MatchRow, type RawMatch } from '../../persistence/match.repository';
import type { GroupLink } from '../provider-groups';
import type { Pair } from '../round';

/** A stored suggestion. */
export interface SuggestedPair extends Pair {
  readonly providerId: string;
  readonly score: number;
  readonly contributions: readonly Contribution[];
}
/** A need that may take part. */
export interface NeedFact {
  readonly needId: string;
  readonly district: string;
  readonly state: NeedState;
  readonly mode: NeedBody['mode'];
}
/** A package with what else bears on its places. */
export interface PackageFact {
  readonly body: PackageBody;
  readonly used: number;
  readonly provider: OrganisationState | null;
}

/** What rounds are put together from, and looked at again when they are published. */
export interface RoundFactsModel {
  /** Needs that take responses, fit the filter and stand in no open round; oldest first. */
  needsBy(ctx: Context, filter: Extract<RoundSelection, { by: 'filter' }>): Promise<readonly NeedFact[]>;
  needs(ctx: Context, ids: readonly string[]): Promise<readonly NeedFact[]>;
  /** Of each need's list the first so many. */
  suggested(ctx: Context, needIds: readonly string[], most: number): Promise<readonly SuggestedPair[]>;
  /** What is stored of these needs' suggestions, with parts and reasons. */
  listed(ctx: Context, needIds: readonly string[]): Promise<readonly MatchRow[]>;
  /** State of the stored pair, by need and package; of pairs that stand in no list nothing. */
  stored(ctx: Context, needIds: readonly string[]): Promise<readonly (Pair & { readonly state: string })[]>;
  packages(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, PackageFact>>;
  /** Sponsoring, leading and hosting links from or to these organisations. */
  groupLinks(ctx: Context, organisationIds: readonly string[]): Promise<readonly GroupLink[]>;
  /** Offers in rounds since then, by provider. */
  offersSince(ctx: Context, providerIds: readonly string[], since: Date): Promise<Readonly<Record<string, number>>>;
  names(ctx: Context, organisationIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

const of = (path: string): string => `JSON_UNQUOTE(JSON_EXTRACT(n.body, '$.${path}'))`;
const needColumns = `n.id AS needId, n.state, ${of('place.district')} AS district, ${of('mode')} AS mode`;

export const createRoundFacts = (database: Database): RoundFactsModel => ({
  async needsBy(ctx, { districts, leaves, modes, urgencies, most }) {
    const given = (values: readonly unknown[], sql: string): string => (values.length > 0 ? `AND ${sql}` : '');
    // A walk along the open needs: who starts a round waits for it, nobody else.
    return select<NeedFact>(
      database,
      `SELECT ${needColumns} FROM need_copy n WHERE n.open = 1 AND n.state IN ('published', 'responding')
       ${given(districts, `${of('place.district')} IN (?)`)} ${given(modes, `${of('mode')} IN (?)`)}
       ${given(urgencies, `${of('urgency')} IN (?)`)}
       ${given(leaves, `(${leaves.map(() => `JSON_CONTAINS(JSON_EXTRACT(n.body, '$.categories'), ?) OR JSON_CONTAINS(JSON_EXTRACT(n.body, '$.components[*].code'), ?)`).join(' OR ')})`)}
       AND NOT EXISTS (SELECT 1 FROM round_need r WHERE r.live_need_id = n.id) ORDER BY n.id LIMIT ?`,
      [
        ...(districts.length > 0 ? [districts] : []),
        ...(modes.length > 0 ? [modes] : []),
        ...(urgencies.length > 0 ? [urgencies] : []),
        ...leaves.flatMap((leaf) => [JSON.stringify(leaf), JSON.stringify(leaf)]),
        most,
      ],
      ctx,
    );
  },
  async needs(ctx, ids) {
    if (ids.length === 0) return [];
    return select<NeedFact>(database, `SELECT ${needColumns} FROM need_copy n WHERE n.id IN (?)`, [ids], ctx);
  },
  async suggested(ctx, needIds, most) {
    if (needIds.length === 0) return [];
    const rows = await select<Pair & { providerId: string; score: number; points: string }>(
      database,
      `SELECT need_id AS needId, package_id AS packageId, provider_id AS providerId, score, points FROM need_match
       WHERE need_id IN (?) AND state = 'suggested' AND place <= ?`,
      [needIds, most],
      ctx,
    );
    return rows.map(({ points, ...row }) => ({
      ...row,
      contributions: contributionsFrom(JSON.parse(points) as MatchRow['points']),
    }));
  },
  async listed(ctx, needIds) {
    if (needIds.length === 0) return [];
    const rows = await select<RawMatch>(
      database,
      `SELECT * FROM need_match WHERE need_id IN (?) AND state = 'suggested'`,
      [needIds],
      ctx,
    );
    return rows.map(matchRowOf);
  },
  async stored(ctx, needIds) {
    if (needIds.length === 0) return [];
    return select<Pair & { state: string }>(
      database,
      'SELECT need_id AS needId, package_id AS packageId, state FROM need_match WHERE need_id IN (?)',
      [needIds],
      ctx,
    );
  },
  async packages(ctx, ids) {
    if (ids.length === 0) return new Map();
    const rows = await select<{ id: string; body: string; used: number | null; provider: string | null }>(
      database,
      `SELECT p.id, p.body, c.used, o.body AS provider FROM package_copy p
       LEFT JOIN capacity_copy c ON c.package_id = p.id LEFT JOIN organisation_copy o ON o.id = p.provider_id
       WHERE p.id IN (?)`,
      [ids],
      ctx,
    );
    return new Map(
      rows.map((row) => [
        row.id,
        {
          body: JSON.parse(row.body) as PackageBody,
          used: row.used ?? 0,
          provider: row.provider === null ? null : (JSON.parse(row.provider) as OrganisationState),
        },
      ]),
    );
  },
  async groupLinks(ctx, organisationIds) {
    if (organisationIds.length === 0) return [];
    return select<GroupLink>(
      database,
      `SELECT from_id AS \`from\`, to_id AS \`to\` FROM affiliation_copy
       WHERE from_id IN (?) AND type IN ('sponsors', 'leads', 'hosts')
       UNION SELECT from_id, to_id FROM affiliation_copy WHERE to_id IN (?) AND type IN ('sponsors', 'leads', 'hosts')`,
      [organisationIds, organisationIds],
      ctx,
    );
  },
  async offersSince(ctx, providerIds, since) {
    if (providerIds.length === 0) return {};
    const rows = await select<{ id: string; n: string }>(
      database,
      `SELECT provider_id AS id, COUNT(*) AS n FROM round_offer
       WHERE provider_id IN (?) AND offered_at >= ? AND state <> 'fallen' GROUP BY provider_id`,
      [providerIds, since],
      ctx,
    );
    return Object.fromEntries(rows.map(({ id, n }) => [id, Number(n)]));
  },
  async names(ctx, organisationIds) {
    if (organisationIds.length === 0) return new Map();
    const rows = await select<{ id: string; name: string | null }>(
      database,
      `SELECT id, JSON_UNQUOTE(JSON_EXTRACT(body, '$.name')) AS name FROM organisation_copy WHERE id IN (?)`,
      [organisationIds],
      ctx,
    );
    return new Map(rows.map(({ id, name }) => [id, name ?? '']));
  },
});
