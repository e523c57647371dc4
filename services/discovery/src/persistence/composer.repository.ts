import type { NeedBody, OrganisationState, PackageBody, SearchKind, TaxonomyState } from '@duijie/contracts';
import { execute, select, type Database, type TransactionContext } from '@duijie/service-kit';
import { documentTags } from '../document/document-tags';
import { weighedTermsOf } from '../document/weighed-terms-of';
import type { SearchContent } from '../document/search-content';

/** A document to be composed anew, with what it is composed of. */
export interface StaleDocument {
  readonly number: number;
  readonly id: string;
  readonly kind: SearchKind;
  readonly organisationId: string;
  readonly source: NeedBody | PackageBody | null;
  readonly organisation: OrganisationState | null;
  /** Of a provider: its public packages. */
  readonly offers: readonly PackageBody[];
}
/** @property content null hides it */
export interface ComposedDocument {
  readonly document: StaleDocument;
  readonly content: SearchContent | null;
}

export interface ComposerRepository {
  /** Locks documents that are to be composed anew, oldest first. */
  takeStale(ctx: TransactionContext, limit: number): Promise<StaleDocument[]>;
  /** The taxonomy, locked: a change of it waits, and then finds what this batch has tagged. */
  taxonomy(ctx: TransactionContext): Promise<TaxonomyState | null>;
  /** Writes contents with their terms, tags and figures, and notes that the engine is to be told. */
  put(ctx: TransactionContext, composed: readonly ComposedDocument[]): Promise<void>;
}

interface Row {
  readonly number: number;
  readonly id: string;
  readonly kind: SearchKind;
  readonly organisation_id: string;
  readonly source: string | null;
}

export function createComposerRepository(database: Database): ComposerRepository {
  const count = async (ctx: TransactionContext, name: string, by: number): Promise<number> => {
    await execute(
      database,
      'INSERT INTO search_counter (name, value) VALUES (?, ?) ON DUPLICATE KEY UPDATE value = value + VALUES(value)',
      [name, by],
      ctx,
    );
    const [row] = await select<{ value: string }>(
      database,
      'SELECT value FROM search_counter WHERE name = ?',
      [name],
      ctx,
    );
    return Number(row?.value ?? 0);
  };

  /** Brings terms in line, writing only what differs; moves the statistics by it. */
  const putTerms = async (ctx: TransactionContext, composed: readonly ComposedDocument[]): Promise<void> => {
    const held = new Map<number, Map<string, number>>();
    for (const { gram, number, weight } of await select<{ gram: string; number: number; weight: number }>(
      database,
      'SELECT gram, number, weight FROM search_gram WHERE number IN (?)',
      [composed.map((c) => c.document.number)],
      ctx,
    )) {
      const own = held.get(number) ?? new Map<string, number>();
      held.set(number, own.set(gram, weight));
    }
    const change = new Map<string, number>();
    const move = (gram: string, by: number): void => void change.set(gram, (change.get(gram) ?? 0) + by);
    const rows: [gram: string, number: number, weight: number][] = [];
    for (const { document, content } of composed) {
      const old = held.get(document.number) ?? new Map<string, number>();
      const now = content === null ? new Map<string, number>() : weighedTermsOf(content);
      for (const [gram, weight] of now) {
        if (old.get(gram) !== weight) rows.push([gram, document.number, weight]);
        if (!old.has(gram)) move(gram, 1);
      }
      const gone = [...old.keys()].filter((gram) => !now.has(gram));
      for (const gram of gone) move(gram, -1);
      if (gone.length > 0)
        await execute(
          database,
          'DELETE FROM search_gram WHERE number = ? AND gram IN (?)',
          [document.number, gone],
          ctx,
        );
    }
    // In the order of the key, which costs the server least.
    rows.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    if (rows.length > 0)
      await execute(
        database,
        'INSERT INTO search_gram (gram, number, weight) VALUES ? ON DUPLICATE KEY UPDATE weight = VALUES(weight)',
        [rows],
        ctx,
      );
    const moved = [...change].filter(([, by]) => by !== 0).toSorted(([a], [b]) => (a < b ? -1 : 1));
    if (moved.length > 0)
      await execute(
        database,
        'INSERT INTO search_gram_stat (gram, documents) VALUES ? ON DUPLICATE KEY UPDATE documents = documents + VALUES(documents)',
        [moved],
        ctx,
      );
    const have = composed.filter((c) => c.content !== null).length;
    if (held.size !== have) await count(ctx, 'documents', have - held.size);
  };

  const putTags = async (ctx: TransactionContext, composed: readonly ComposedDocument[]): Promise<void> => {
    await execute(
      database,
      'DELETE FROM search_tag WHERE number IN (?)',
      [composed.map((c) => c.document.number)],
      ctx,
    );
    const rows = composed.flatMap(({ document, content }) =>
      content === null ? [] : [...new Set(documentTags(content))].map((tag) => [tag, document.number]),
    );
    if (rows.length > 0) await execute(database, 'INSERT INTO search_tag (tag, number) VALUES ?', [rows], ctx);
  };

  return {
    async takeStale(ctx, limit) {
      const rows = await select<Row>(
        database,
        `SELECT number, id, kind, organisation_id, source FROM search_document WHERE stale = 1 ORDER BY number LIMIT ${limit} FOR UPDATE`,
        [],
        ctx,
      );
      if (rows.length === 0) return [];
      const organisations = await select<{ id: string; body: string }>(
        database,
        'SELECT id, body FROM organisation_copy WHERE id IN (?)',
        [[...new Set(rows.map((row) => row.organisation_id))]],
        ctx,
      );
      const providers = rows.filter((row) => row.kind === 'provider').map((row) => row.organisation_id);
      const offers =
        providers.length === 0
          ? []
          : await select<{ organisation_id: string; source: string }>(
              database,
              `SELECT organisation_id, source FROM search_document
               WHERE organisation_id IN (?) AND kind = 'package' AND source IS NOT NULL ORDER BY number`,
              [providers],
              ctx,
            );
      const bodies = new Map(organisations.map((o) => [o.id, JSON.parse(o.body) as OrganisationState]));
      return rows.map((row) => ({
        number: row.number,
        id: row.id,
        kind: row.kind,
        organisationId: row.organisation_id,
        source: row.source === null ? null : (JSON.parse(row.source) as NeedBody | PackageBody),
        organisation: bodies.get(row.organisation_id) ?? null,
        offers:
          row.kind === 'provider'
            ? offers
                .filter((offer) => offer.organisation_id === row.organisation_id)
                .map((offer) => JSON.parse(offer.source) as PackageBody)
            : [],
      }));
    },
    async taxonomy(ctx) {
      const [row] = await select<{ body: string }>(
        database,
        `SELECT body FROM taxonomy_copy WHERE name = 'city' FOR UPDATE`,
        [],
        ctx,
      );
      return row ? (JSON.parse(row.body) as TaxonomyState) : null;
    },
    async put(ctx, composed) {
      const last = await count(ctx, 'revision', composed.length);
      const rows = composed.map(({ document, content }, i) => [
        document.number,
        document.id,
        document.kind,
        document.organisationId,
        0,
        0,
        1,
        last - composed.length + 1 + i,
        content === null ? 0 : 1,
        content === null ? null : JSON.stringify(content),
        content?.item.title.slice(0, 200) ?? '',
        content?.item.publishedAt ? new Date(content.item.publishedAt) : null,
        content?.sort.priceFen ?? null,
        content?.sort.rating ?? null,
        content?.item.place.lng ?? null,
        content?.item.place.lat ?? null,
        content?.item.funding ?? null,
        content?.item.urgency ?? null,
        content?.item.price?.model ?? null,
        content?.item.organisation.kind ?? null,
        content?.item.free === true ? 1 : 0,
        content?.item.place.wholeCity === true ? 1 : 0,
      ]);
      const changed =
        'stale due revision visible content title published_at price_fen rating lng lat funding urgency price_model organisation_kind free whole_city'.split(
          ' ',
        );
      await execute(
        database,
        `INSERT INTO search_document (number, id, kind, organisation_id, sequence, ${changed.join(', ')}) VALUES ?
         ON DUPLICATE KEY UPDATE ${changed.map((column) => `${column} = VALUES(${column})`).join(', ')}`,
        [rows],
        ctx,
      );
      await putTerms(ctx, composed);
      await putTags(ctx, composed);
    },
  };
}
