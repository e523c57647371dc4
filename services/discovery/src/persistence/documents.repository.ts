import type { NeedBody, OrganisationState, PackageBody, SearchKind, TaxonomyState } from '@duijie/contracts';
import { execute, select, type Database, type TransactionContext } from '@duijie/service-kit';
import { documentId } from '../document/document-id';

/** What event handlers write: states as told, and which documents are to be composed anew. */
export interface DocumentsRepository {
  /**
   * Keeps the state of a need or package unless a newer one is held. What is not public is forgotten and hidden at once.
   * @param source null when it is not public
   */
  putState(
    ctx: TransactionContext,
    document: {
      kind: Exclude<SearchKind, 'provider'>;
      id: string;
      organisationId: string;
      sequence: number;
      source: NeedBody | PackageBody | null;
    },
  ): Promise<void>;
  /** Makes sure that an organisation has a provider document, which is composed of its copy. */
  putProvider(ctx: TransactionContext, organisationId: string): Promise<void>;
  organisation(ctx: TransactionContext, id: string): Promise<{ sequence: number; body: OrganisationState } | null>;
  putOrganisation(ctx: TransactionContext, organisation: OrganisationState, sequence: number): Promise<void>;
  taxonomy(ctx: TransactionContext): Promise<{ sequence: number; body: TaxonomyState } | null>;
  putTaxonomy(ctx: TransactionContext, taxonomy: TaxonomyState, sequence: number): Promise<void>;
  /** Has an organisation's documents of these kinds composed anew. @param hide takes them out of sight until then */
  touchOrganisation(
    ctx: TransactionContext,
    organisationId: string,
    kinds: readonly SearchKind[],
    hide?: boolean,
  ): Promise<void>;
  /** Has the documents of some leaves composed anew. */
  touchLeaves(ctx: TransactionContext, codes: readonly string[]): Promise<void>;
}

export function createDocumentsRepository(database: Database): DocumentsRepository {
  return {
    async putState(ctx, { kind, id, organisationId, sequence, source }) {
      const newer = 'VALUES(sequence) > sequence';
      await execute(
        database,
        `INSERT INTO search_document (id, kind, organisation_id, sequence, source, stale, due, revision, visible, title, free, whole_city)
         VALUES (?, ?, ?, ?, ?, 1, 0, 0, 0, '', 0, 0)
         ON DUPLICATE KEY UPDATE stale = IF(${newer}, 1, stale), organisation_id = IF(${newer}, VALUES(organisation_id), organisation_id),
           visible = IF(${newer} AND VALUES(source) IS NULL, 0, visible), source = IF(${newer}, VALUES(source), source),
           sequence = IF(${newer}, VALUES(sequence), sequence)`,
        [documentId(kind, id), kind, organisationId, sequence, source === null ? null : JSON.stringify(source)],
        ctx,
      );
    },
    async putProvider(ctx, organisationId) {
      await execute(
        database,
        `INSERT INTO search_document (id, kind, organisation_id, sequence, source, stale, due, revision, visible, title, free, whole_city)
         VALUES (?, 'provider', ?, 0, NULL, 1, 0, 0, 0, '', 0, 0) ON DUPLICATE KEY UPDATE stale = 1`,
        [documentId('provider', organisationId), organisationId],
        ctx,
      );
    },
    async organisation(ctx, id) {
      const [row] = await select<{ sequence: string; body: string }>(
        database,
        'SELECT sequence, body FROM organisation_copy WHERE id = ? FOR UPDATE',
        [id],
        ctx,
      );
      return row ? { sequence: Number(row.sequence), body: JSON.parse(row.body) as OrganisationState } : null;
    },
    async putOrganisation(ctx, organisation, sequence) {
      await execute(
        database,
        `INSERT INTO organisation_copy (id, sequence, body) VALUES (?, ?, ?)
         ON DUPLICATE KEY UPDATE sequence = VALUES(sequence), body = VALUES(body)`,
        [organisation.id, sequence, JSON.stringify(organisation)],
        ctx,
      );
    },
    async taxonomy(ctx) {
      const [row] = await select<{ sequence: string; body: string }>(
        database,
        `SELECT sequence, body FROM taxonomy_copy WHERE name = 'city' FOR UPDATE`,
        [],
        ctx,
      );
      return row ? { sequence: Number(row.sequence), body: JSON.parse(row.body) as TaxonomyState } : null;
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
    async touchOrganisation(ctx, organisationId, kinds, hide = false) {
      await execute(
        database,
        `UPDATE search_document SET stale = 1${hide ? ', visible = 0' : ''} WHERE organisation_id = ? AND kind IN (?)`,
        [organisationId, kinds],
        ctx,
      );
    },
    async touchLeaves(ctx, codes) {
      if (codes.length === 0) return;
      await execute(
        database,
        'UPDATE search_document d JOIN search_tag t ON t.number = d.number SET d.stale = 1 WHERE t.tag IN (?)',
        [codes.map((code) => `leaf:${code}`)],
        ctx,
      );
    },
  };
}
