import type { NeedBody, OrganisationState, PackageBody } from '@duijie/contracts';
import { select, type Context, type Database } from '@duijie/service-kit';
import { conflictWall, type ConflictWall } from '../conflict-wall';
import { draftedBy, linksBetween, providerGroups, type Link } from './affiliations.read-model';

export interface NeedSubject {
  readonly body: NeedBody;
  readonly sequence: number;
  readonly open: boolean;
  readonly matchedAt: Date | null;
  /** The list is of the need's present state. */
  readonly upToDate: boolean;
}
export interface PackageSubject {
  readonly body: PackageBody;
  /** Of the last event that changed what is offered. */
  readonly contentSequence: number;
  readonly capacityUsed: number;
  /** Permille of the exposure that its provider's merit calls for and was not had. */
  readonly exposureOwed: number;
  readonly provider: OrganisationState | null;
  readonly upToDate: boolean;
}

/** The copies that a request is about, read in its transaction if it has one: a second connection could wait for ever. */
export interface Subjects {
  need(ctx: Context, id: string): Promise<NeedSubject | null>;
  package(ctx: Context, id: string): Promise<PackageSubject | null>;
  /** Those of these packages that no thread holds, since they are not published. */
  packagesNotOffered(ctx: Context, ids: readonly string[]): Promise<readonly PackageSubject[]>;
  needBodies(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, NeedBody>>;
  packageBodies(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, PackageBody>>;
  /** @returns the wall of one need */
  wallOf(ctx: Context, need: NeedBody): Promise<ConflictWall>;
  /** @returns walls by need */
  wallsOf(ctx: Context, needs: readonly NeedBody[]): Promise<ReadonlyMap<string, ConflictWall>>;
  links(ctx: Context, providers: readonly string[], excluded: readonly string[]): Promise<readonly Link[]>;
  /** The firm by member of its provider group. */
  providerGroups(ctx: Context): Promise<Readonly<Record<string, string>>>;
  /** Chinese and English names of leaves by code. */
  leafNames(ctx: Context): Promise<ReadonlyMap<string, { readonly zh: string; readonly en: string }>>;
}

interface PackageRow {
  readonly body: string;
  readonly content_sequence: string;
  readonly due_since: Date | null;
  readonly used: number | null;
  readonly owed: number | null;
  readonly provider: string | null;
}
const packages = `SELECT p.body, p.content_sequence, p.due_since, c.used, x.owed_permille AS owed, o.body AS provider FROM package_copy p
  LEFT JOIN capacity_copy c ON c.package_id = p.id LEFT JOIN organisation_copy o ON o.id = p.provider_id
  LEFT JOIN exposure_account x ON x.provider_id = p.provider_id`;
const packageOf = (row: PackageRow): PackageSubject => ({
  body: JSON.parse(row.body) as PackageBody,
  contentSequence: Number(row.content_sequence),
  capacityUsed: row.used ?? 0,
  exposureOwed: row.owed ?? 0,
  provider: row.provider === null ? null : (JSON.parse(row.provider) as OrganisationState),
  upToDate: row.due_since === null,
});

export function createSubjects(database: Database): Subjects {
  async function bodies<T>(
    ctx: Context,
    table: 'need_copy' | 'package_copy',
    ids: readonly string[],
  ): Promise<Map<string, T>> {
    if (ids.length === 0) return new Map();
    const rows = await select<{ id: string; body: string }>(
      database,
      `SELECT id, body FROM ${table} WHERE id IN (?)`,
      [ids],
      ctx,
    );
    return new Map(rows.map((row) => [row.id, JSON.parse(row.body) as T]));
  }
  return {
    async need(ctx, id) {
      const [row] = await select<{
        body: string;
        sequence: string;
        open: number;
        matched_sequence: string;
        matched_at: Date | null;
        due_since: Date | null;
      }>(
        database,
        'SELECT body, sequence, open, matched_sequence, matched_at, due_since FROM need_copy WHERE id = ?',
        [id],
        ctx,
      );
      if (!row) return null;
      return {
        body: JSON.parse(row.body) as NeedBody,
        sequence: Number(row.sequence),
        open: row.open === 1,
        matchedAt: row.matched_at,
        upToDate: row.open === 0 || (row.due_since === null && row.matched_sequence === row.sequence),
      };
    },
    async package(ctx, id) {
      const [row] = await select<PackageRow>(database, `${packages} WHERE p.id = ?`, [id], ctx);
      return row ? packageOf(row) : null;
    },
    async packagesNotOffered(ctx, ids) {
      if (ids.length === 0) return [];
      const rows = await select<PackageRow>(
        database,
        `${packages} WHERE p.id IN (?) AND p.state <> 'published'`,
        [ids],
        ctx,
      );
      return rows.map(packageOf);
    },
    needBodies: (ctx, ids) => bodies<NeedBody>(ctx, 'need_copy', ids),
    packageBodies: (ctx, ids) => bodies<PackageBody>(ctx, 'package_copy', ids),
    async wallOf(ctx, need) {
      const drafters = await draftedBy(database, [need.organisationId], ctx);
      return conflictWall(need, drafters.get(need.organisationId) ?? []);
    },
    async wallsOf(ctx, needs) {
      const drafters = await draftedBy(database, [...new Set(needs.map((need) => need.organisationId))], ctx);
      return new Map(needs.map((need) => [need.id, conflictWall(need, drafters.get(need.organisationId) ?? [])]));
    },
    links: (ctx, providers, excluded) => linksBetween(database, providers, excluded, ctx),
    providerGroups: (ctx) => providerGroups(database, ctx),
    async leafNames(ctx) {
      const [row] = await select<{ body: string }>(
        database,
        `SELECT body FROM taxonomy_copy WHERE name = 'city'`,
        [],
        ctx,
      );
      if (!row) return new Map();
      const { groups } = JSON.parse(row.body) as {
        groups: readonly { leaves: readonly { code: string; zh: string; en: string }[] }[];
      };
      return new Map(groups.flatMap((g) => g.leaves.map(({ code, zh, en }) => [code, { zh, en }] as const)));
    },
  };
}
