import type { NeedBody, OrganisationState, PackageBody, TaxonomyState } from '@duijie/contracts';
import { execute, select, type Database, type TransactionContext } from '@duijie/service-kit';
import { isMatched, takesResponses } from '../need-openness';

const mostBacklog = 1000;
/**
 * A package that moves on in the feed for the first time since words were counted remembers how it was counted. Stands
 * first in an update: the assignments after it see the row as it was.
 */
const countedBody = `IF(change_no <= (SELECT position FROM feed WHERE name = 'words'), IF(state = 'published', body, NULL), counted_body)`;
const asCounted = `counted_body = ${countedBody}`;

export interface CopiesRepository {
  /** The last sequence held, 0 when nothing is. Under a held feed nobody else writes it. */
  sequenceOf(
    ctx: TransactionContext,
    copy: 'need_copy' | 'package_copy' | 'organisation_copy',
    id: string,
  ): Promise<number>;
  package(
    ctx: TransactionContext,
    id: string,
  ): Promise<{ readonly body: PackageBody; readonly contentSequence: number } | null>;
  capacity(
    ctx: TransactionContext,
    packageId: string,
  ): Promise<{ readonly used: number; readonly sequence: number } | null>;
  putCapacity(
    ctx: TransactionContext,
    packageId: string,
    at: { readonly used: number; readonly sequence: number },
  ): Promise<void>;
  /** A published package moves on in the feed without a newer state of its own. */
  movePackage(ctx: TransactionContext, id: string, changeNo: number, now: Date): Promise<void>;
  taxonomySequence(ctx: TransactionContext): Promise<number>;
  putNeed(
    ctx: TransactionContext,
    need: NeedBody,
    at: { sequence: number; changeNo: number; changedBy: string; now: Date },
  ): Promise<void>;
  /** @param at `changeNo` null leaves the package where it is in the feed: a draft concerns nobody's list */
  putPackage(
    ctx: TransactionContext,
    pkg: PackageBody,
    at: { sequence: number; contentSequence: number; changeNo: number | null; now: Date },
  ): Promise<void>;
  putOrganisation(ctx: TransactionContext, organisation: OrganisationState, sequence: number): Promise<void>;
  putTaxonomy(ctx: TransactionContext, taxonomy: TaxonomyState, sequence: number): Promise<void>;
  organisation(ctx: TransactionContext, id: string): Promise<OrganisationState | null>;
  hasPublishedPackages(ctx: TransactionContext, providerId: string): Promise<boolean>;
  /** Published packages of a provider move on in the feed, since their facts are the provider's too. @returns how many */
  moveProvidersPackages(ctx: TransactionContext, providerId: string, changeNo: number, now: Date): Promise<number>;
  /** Kept-up needs of these posters move on in the feed, since who drafted for them has changed. @returns which */
  movePostersNeeds(
    ctx: TransactionContext,
    organisationIds: readonly string[],
    changeNo: number,
    now: Date,
  ): Promise<readonly { readonly id: string; readonly sequence: number }[]>;
  /** How many needs that the same person changed wait, at most 1,000. */
  backlogOf(ctx: TransactionContext, changedBy: string): Promise<number>;
}

export function createCopiesRepository(database: Database): CopiesRepository {
  return {
    async sequenceOf(ctx, copy, id) {
      const rows = await select<{ sequence: string }>(database, `SELECT sequence FROM ${copy} WHERE id = ?`, [id], ctx);
      return Number(rows[0]?.sequence ?? 0);
    },
    async package(ctx, id) {
      const [row] = await select<{ body: string; content_sequence: string }>(
        database,
        'SELECT body, content_sequence FROM package_copy WHERE id = ?',
        [id],
        ctx,
      );
      return row ? { body: JSON.parse(row.body) as PackageBody, contentSequence: Number(row.content_sequence) } : null;
    },
    async capacity(ctx, packageId) {
      const [row] = await select<{ used: number; sequence: string }>(
        database,
        'SELECT used, sequence FROM capacity_copy WHERE package_id = ?',
        [packageId],
        ctx,
      );
      return row ? { used: row.used, sequence: Number(row.sequence) } : null;
    },
    async putCapacity(ctx, packageId, { used, sequence }) {
      await execute(
        database,
        `INSERT INTO capacity_copy (package_id, sequence, used) VALUES (?, ?, ?)
         ON DUPLICATE KEY UPDATE sequence = VALUES(sequence), used = VALUES(used)`,
        [packageId, sequence, used],
        ctx,
      );
    },
    async movePackage(ctx, id, changeNo, now) {
      await execute(
        database,
        `UPDATE package_copy SET ${asCounted}, change_no = ?, due_since = COALESCE(due_since, ?) WHERE id = ?`,
        [changeNo, now, id],
        ctx,
      );
    },
    async taxonomySequence(ctx) {
      const rows = await select<{ sequence: string }>(
        database,
        `SELECT sequence FROM taxonomy_copy WHERE name = 'city'`,
        [],
        ctx,
      );
      return Number(rows[0]?.sequence ?? 0);
    },
    async putNeed(ctx, need, { sequence, changeNo, changedBy, now }) {
      const open = isMatched(need.state);
      await execute(
        database,
        `INSERT INTO need_copy (id, sequence, state, open, organisation_id, changed_by, body, change_no,
           matched_sequence, matched_change_no, matched_epoch, matched_at, list_version, dismissing, due_since)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, NULL, 0, 0, ?)
         ON DUPLICATE KEY UPDATE sequence = VALUES(sequence), state = VALUES(state), open = VALUES(open),
           organisation_id = VALUES(organisation_id),
           told = IF(? AND JSON_UNQUOTE(JSON_EXTRACT(body, '$.publishedAt')) <=> ?, told, NULL),
           changed_by = VALUES(changed_by), body = VALUES(body), change_no = VALUES(change_no),
           due_since = IF(VALUES(due_since) IS NULL, NULL, COALESCE(due_since, VALUES(due_since)))`,
        [
          need.id,
          sequence,
          need.state,
          open ? 1 : 0,
          need.organisationId,
          changedBy,
          JSON.stringify(need),
          changeNo,
          open ? now : null,
          takesResponses(need.state) ? 1 : 0,
          // Published again, its list is told anew; compared with the body held, which is replaced after.
          need.publishedAt,
        ],
        ctx,
      );
      await execute(
        database,
        'UPDATE need_match SET need_shown = ? WHERE need_id = ?',
        [takesResponses(need.state) ? 1 : 0, need.id],
        ctx,
      );
    },
    async putPackage(ctx, pkg, { sequence, contentSequence, changeNo, now }) {
      await execute(
        database,
        `INSERT INTO package_copy (id, sequence, content_sequence, state, provider_id, body, change_no, matched_sequence,
           due_since)
         VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?)
         ON DUPLICATE KEY UPDATE counted_body = IF(VALUES(change_no) > change_no, ${countedBody}, counted_body),
           sequence = VALUES(sequence), content_sequence = VALUES(content_sequence),
           state = VALUES(state), provider_id = VALUES(provider_id), body = VALUES(body), change_no = GREATEST(change_no, VALUES(change_no)),
           due_since = COALESCE(due_since, VALUES(due_since))`,
        [
          pkg.id,
          sequence,
          contentSequence,
          pkg.state,
          pkg.providerId,
          JSON.stringify(pkg),
          changeNo ?? 0,
          changeNo === null ? null : now,
        ],
        ctx,
      );
    },
    async putOrganisation(ctx, organisation, sequence) {
      await execute(
        database,
        `INSERT INTO organisation_copy (id, sequence, body) VALUES (?, ?, ?)
         ON DUPLICATE KEY UPDATE sequence = VALUES(sequence), body = VALUES(body)`,
        [organisation.id, sequence, JSON.stringify(organisation)],
        ctx,
      );
      await execute(database, 'DELETE FROM affiliation_copy WHERE from_id = ?', [organisation.id], ctx);
      const links = organisation.affiliations.map((a) => [organisation.id, a.type, a.organisationId]);
      if (links.length > 0)
        await execute(database, 'INSERT IGNORE INTO affiliation_copy (from_id, type, to_id) VALUES ?', [links], ctx);
    },
    async putTaxonomy(ctx, taxonomy, sequence) {
      await execute(
        database,
        `INSERT INTO taxonomy_copy (name, sequence, body) VALUES ('city', ?, ?)
         ON DUPLICATE KEY UPDATE sequence = VALUES(sequence), body = VALUES(body)`,
        [sequence, JSON.stringify(taxonomy)],
        ctx,
      );
    },
    async organisation(ctx, id) {
      const [row] = await select<{ body: string }>(
        database,
        'SELECT body FROM organisation_copy WHERE id = ?',
        [id],
        ctx,
      );
      return row ? (JSON.parse(row.body) as OrganisationState) : null;
    },
    async hasPublishedPackages(ctx, providerId) {
      const rows = await select(
        database,
        `SELECT 1 FROM package_copy WHERE provider_id = ? AND state = 'published' LIMIT 1`,
        [providerId],
        ctx,
      );
      return rows.length > 0;
    },
    moveProvidersPackages: (ctx, providerId, changeNo, now) =>
      execute(
        database,
        `UPDATE package_copy SET ${asCounted}, change_no = ?, due_since = COALESCE(due_since, ?) WHERE provider_id = ? AND state = 'published'`,
        [changeNo, now, providerId],
        ctx,
      ),
    async movePostersNeeds(ctx, organisationIds, changeNo, now) {
      await execute(
        database,
        'UPDATE need_copy SET change_no = ?, due_since = COALESCE(due_since, ?) WHERE organisation_id IN (?) AND open = 1',
        [changeNo, now, organisationIds],
        ctx,
      );
      const rows = await select<{ id: string; sequence: string }>(
        database,
        'SELECT id, sequence FROM need_copy WHERE organisation_id IN (?) AND open = 1',
        [organisationIds],
        ctx,
      );
      return rows.map((row) => ({ id: row.id, sequence: Number(row.sequence) }));
    },
    async backlogOf(ctx, changedBy) {
      const [row] = await select<{ n: string }>(
        database,
        `SELECT COUNT(*) AS n FROM (
           SELECT 1 FROM need_copy WHERE changed_by = ? AND due_since IS NOT NULL LIMIT ${mostBacklog}) waiting`,
        [changedBy],
        ctx,
      );
      return Number(row?.n ?? 0);
    },
  };
}
