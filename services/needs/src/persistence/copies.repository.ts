import type {
  CompoundState,
  OrganisationKind,
  OrganisationState,
  TaxonomyState,
  VerificationState,
} from '@duijie/contracts';
import { execute, select, type Context, type Database, type TransactionContext } from '@duijie/service-kit';

/** What this service knows of an organisation. */
export interface KnownOrganisation {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly district: string | null;
  readonly subdistrict: string | null;
  readonly community: string | null;
  readonly verification: VerificationState;
  readonly demo: boolean;
}
/** Copies of other services' data. Whatever is written under an older sequence than the one held is ignored. */
export interface CopiesRepository {
  /** @returns whether it was the newer one */
  putOrganisation(ctx: TransactionContext, organisation: OrganisationState, sequence: number): Promise<boolean>;
  putCompound(ctx: TransactionContext, compound: CompoundState, sequence: number): Promise<void>;
  putTaxonomy(ctx: TransactionContext, taxonomy: TaxonomyState, sequence: number): Promise<void>;
  organisation(ctx: Context, id: string): Promise<KnownOrganisation | null>;
  /** @param reference id in its source, or a name; the given source goes first */
  organisationImported(ctx: Context, source: string, reference: string): Promise<KnownOrganisation | null>;
  /** The residents' organisation of a community. */
  communityAt(
    ctx: Context,
    place: { readonly district: string; readonly subdistrict: string; readonly name: string },
  ): Promise<KnownOrganisation | null>;
  /**
   * Verified bodies that a line of the responsibility list means: authorities of its kind whose area a place lies in, those
   * of its name first, the nearest before the city's; of other kinds only who bears that very name. Five at most.
   */
  bodiesFor(
    ctx: Context,
    body: { readonly kind: OrganisationKind | null; readonly zh: string },
    place: { readonly district: string; readonly subdistrict: string | null },
  ): Promise<readonly KnownOrganisation[]>;
  /** Organisations that wrote requirements for this one, and the one named, in the order of their ids. */
  draftersFor(
    ctx: Context,
    organisationId: string,
    named: string | null,
  ): Promise<readonly Pick<KnownOrganisation, 'id' | 'kind'>[]>;
  compound(ctx: Context, id: string): Promise<CompoundState | null>;
  /** The one that bears that very name there. */
  compoundNamed(
    ctx: Context,
    place: { readonly district: string; readonly subdistrict: string; readonly name: string },
  ): Promise<CompoundState | null>;
  taxonomySequence(ctx: Context): Promise<number>;
  taxonomy(ctx: Context): Promise<TaxonomyState | null>;
}

const columns = 'id, kind, name, district, subdistrict, community, verification, demo';
interface Row extends Omit<KnownOrganisation, 'demo'> {
  readonly demo: number;
}
const known = (row: Row | undefined): KnownOrganisation | null => (row ? { ...row, demo: row.demo === 1 } : null);

export function createCopiesRepository(database: Database): CopiesRepository {
  /** Keeps the newer one and the row's lock, @returns whether it is the one given: every column is taken over only where the given sequence is greater, `sequence` last. */
  async function put(
    ctx: TransactionContext,
    table: string,
    key: readonly [string, string],
    sequence: number,
    fields: readonly (readonly [column: string, value: unknown])[],
  ): Promise<boolean> {
    const names = [key[0], ...fields.map(([column]) => column), 'sequence'];
    await execute(
      database,
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')}) ON DUPLICATE KEY UPDATE
       ${names
         .slice(1)
         .map((name) => `${name} = IF(VALUES(sequence) > sequence, VALUES(${name}), ${name})`)
         .join(', ')}`,
      [key[1], ...fields.map(([, value]) => value), sequence],
      ctx,
    );
    const [held] = await select<{ sequence: string }>(
      database,
      `SELECT sequence FROM ${table} WHERE ${key[0]} = ?`,
      [key[1]],
      ctx,
    );
    return Number(held?.sequence) === sequence;
  }
  return {
    async putOrganisation(ctx, organisation, sequence) {
      const written = await put(ctx, 'organisation_copy', ['id', organisation.id], sequence, [
        ['kind', organisation.kind],
        ['name', organisation.name],
        ['district', organisation.district],
        ['subdistrict', organisation.subdistrict],
        ['community', organisation.community],
        ['verification', organisation.verification],
        ['imported_source', organisation.importedAs?.source ?? null],
        ['imported_id', organisation.importedAs?.externalId ?? null],
        ['demo', organisation.demo ? 1 : 0],
      ]);
      if (!written) return false;
      const drafted = organisation.affiliations.filter((affiliation) => affiliation.type === 'drafted');
      await execute(database, 'DELETE FROM drafting_copy WHERE drafter_id = ?', [organisation.id], ctx);
      for (const { organisationId } of drafted)
        await execute(
          database,
          'INSERT IGNORE INTO drafting_copy (drafter_id, for_id) VALUES (?, ?)',
          [organisation.id, organisationId],
          ctx,
        );
      return true;
    },
    async putCompound(ctx, compound, sequence) {
      await put(ctx, 'compound_copy', ['id', compound.id], sequence, [
        ['district', compound.district],
        ['subdistrict', compound.subdistrict],
        ['name', compound.removed ? null : compound.name],
        ['body', JSON.stringify(compound)],
      ]);
    },
    async putTaxonomy(ctx, taxonomy, sequence) {
      await put(ctx, 'taxonomy_copy', ['name', 'city'], sequence, [['body', JSON.stringify(taxonomy)]]);
    },
    async organisation(ctx, id) {
      const [row] = await select<Row>(database, `SELECT ${columns} FROM organisation_copy WHERE id = ?`, [id], ctx);
      return known(row);
    },
    async organisationImported(ctx, source, reference) {
      const [imported] = await select<Row>(
        database,
        `SELECT ${columns} FROM organisation_copy WHERE imported_id = ? ORDER BY imported_source = ? DESC LIMIT 1`,
        [reference, source],
        ctx,
      );
      if (imported) return known(imported);
      const named = await select<Row>(
        database,
        `SELECT ${columns} FROM organisation_copy WHERE name = ? LIMIT 2`,
        [reference],
        ctx,
      );
      // A name that two bear names nobody.
      return named.length === 1 ? known(named[0]) : null;
    },
    async communityAt(ctx, { district, subdistrict, name }) {
      const [row] = await select<Row>(
        database,
        `SELECT ${columns} FROM organisation_copy FORCE INDEX (ix_organisation_copy_place)
         WHERE kind = 'community' AND district = ? AND subdistrict = ? AND (name = ? OR community = ?)
         ORDER BY name = ? DESC, id LIMIT 1`,
        [district, subdistrict, name, name, name],
        ctx,
      );
      return known(row);
    },
    async bodiesFor(ctx, { kind, zh }, { district, subdistrict }) {
      const rows =
        kind === 'subdistrict' || kind === 'department'
          ? await select<Row>(
              database,
              `SELECT ${columns} FROM organisation_copy FORCE INDEX (ix_organisation_copy_place)
             WHERE kind = ? AND (district = ? OR district IS NULL) AND (subdistrict = ? OR subdistrict IS NULL)
               AND verification = 'verified' ORDER BY LOCATE(?, name) > 0 DESC, subdistrict IS NULL, district IS NULL, name LIMIT 5`,
              [kind, district, subdistrict, zh],
              ctx,
            )
          : await select<Row>(
              database,
              `SELECT ${columns} FROM organisation_copy WHERE name = ? AND verification = 'verified' ORDER BY id LIMIT 5`,
              [zh],
              ctx,
            );
      return rows.flatMap((row) => known(row) ?? []);
    },
    draftersFor: (ctx, organisationId, named) =>
      select(
        database,
        `SELECT o.id, o.kind FROM drafting_copy d JOIN organisation_copy o ON o.id = d.drafter_id WHERE d.for_id = ?
         UNION SELECT id, kind FROM organisation_copy WHERE id = ? ORDER BY id`,
        [organisationId, named],
        ctx,
      ),
    async compound(ctx, id) {
      const [row] = await select<{ body: string }>(database, 'SELECT body FROM compound_copy WHERE id = ?', [id], ctx);
      return row ? (JSON.parse(row.body) as CompoundState) : null;
    },
    async compoundNamed(ctx, { district, subdistrict, name }) {
      const [row] = await select<{ body: string }>(
        database,
        `SELECT body FROM compound_copy FORCE INDEX (ix_compound_copy_name)
         WHERE district = ? AND subdistrict = ? AND name = ? LIMIT 1`,
        [district, subdistrict, name],
        ctx,
      );
      return row ? (JSON.parse(row.body) as CompoundState) : null;
    },
    async taxonomySequence(ctx) {
      const [row] = await select<{ sequence: string }>(
        database,
        `SELECT sequence FROM taxonomy_copy WHERE name = 'city'`,
        [],
        ctx,
      );
      return Number(row?.sequence ?? 0);
    },
    async taxonomy(ctx) {
      const [row] = await select<{ body: string }>(
        database,
        `SELECT body FROM taxonomy_copy WHERE name = 'city'`,
        [],
        ctx,
      );
      return row ? (JSON.parse(row.body) as TaxonomyState) : null;
    },
  };
}
