import type {
  AgreementBody,
  AppointmentBody,
  LotBody,
  NeedBody,
  NeedMatchesBody,
  ObjectionBody,
  OrganisationState,
  PackageBody,
  ResponseBody,
} from '@duijie/contracts';
import type { ConflictLink } from '@duijie/domain-kit';
import { execute, select, type Context, type Database, type TransactionContext } from '@duijie/service-kit';

/** What is copied as one document by its id. */
interface Documents {
  readonly organisation: OrganisationState;
  readonly package: PackageBody;
  readonly need: NeedBody;
  readonly need_match: NeedMatchesBody;
  readonly lot: LotBody;
  readonly appointment: AppointmentBody;
  readonly response: ResponseBody;
  readonly agreement: AgreementBody;
  readonly objection: ObjectionBody;
}
/** What is copied of a need's further way. */
type OfNeed = 'lot' | 'appointment' | 'response' | 'agreement' | 'objection';

export type CopiesRepository = ReturnType<typeof createCopiesRepository>;

/** What the desk knows from other services. Whatever is not newer than what is held is ignored. */
export function createCopiesRepository(database: Database) {
  async function put(
    ctx: TransactionContext,
    kind: keyof Documents,
    fields: Record<string, unknown>,
  ): Promise<boolean> {
    const names = Object.keys(fields);
    const updated = [...names.filter((name) => name !== 'id' && name !== 'sequence'), 'sequence'];
    await execute(
      database,
      `INSERT INTO ${kind}_copy (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})
       ON DUPLICATE KEY UPDATE
       ${updated.map((name) => `${name} = IF(VALUES(sequence) > sequence, VALUES(${name}), ${name})`).join(', ')}`,
      Object.values(fields),
      ctx,
    );
    // The number of rows touched does not tell: the driver counts those found.
    const [held] = await select<{ sequence: string }>(
      database,
      `SELECT sequence FROM ${kind}_copy WHERE id = ?`,
      [fields['id']],
      ctx,
    );
    return Number(held?.sequence) === fields['sequence'];
  }
  async function bodies<K extends keyof Documents>(
    ctx: Context,
    kind: K,
    ids: readonly string[],
    column = 'id',
  ): Promise<ReadonlyMap<string, Documents[K]>> {
    if (ids.length === 0) return new Map();
    const rows = await select<{ id: string; body: string }>(
      database,
      `SELECT id, body FROM ${kind}_copy WHERE ${column} IN (?) AND body IS NOT NULL`,
      [[...new Set(ids)]],
      ctx,
    );
    return new Map(rows.map((row) => [row.id, JSON.parse(row.body) as Documents[K]]));
  }
  const linksOf = (ctx: Context, ids: readonly string[]): Promise<ConflictLink[]> =>
    ids.length === 0
      ? Promise.resolve([])
      : select<ConflictLink>(
          database,
          `SELECT from_id AS \`from\`, type, to_id AS \`to\` FROM affiliation_copy WHERE from_id IN (?)
           UNION SELECT from_id, type, to_id FROM affiliation_copy WHERE to_id IN (?)`,
          [ids, ids],
          ctx,
        );

  return {
    /** @returns the document, or null where none is known */
    find: async <K extends keyof Documents>(ctx: Context, kind: K, id: string): Promise<Documents[K] | null> =>
      (await bodies(ctx, kind, [id])).get(id) ?? null,
    /** @returns those that are known, by id */
    findAll: <K extends keyof Documents>(ctx: Context, kind: K, ids: readonly string[]) => bodies(ctx, kind, ids),
    /** @returns what belongs to a need */
    ofNeed: async <K extends OfNeed>(ctx: Context, kind: K, needId: string): Promise<Documents[K][]> => [
      ...(await bodies(ctx, kind, [needId], 'need_id')).values(),
    ],

    async putOrganisation(ctx: TransactionContext, organisation: OrganisationState): Promise<void> {
      const { id, version } = organisation;
      if (!(await put(ctx, 'organisation', { id, sequence: version, body: JSON.stringify(organisation) }))) return;
      await execute(database, 'DELETE FROM affiliation_copy WHERE from_id = ?', [id], ctx);
      const links = organisation.affiliations.map((tie) => [id, tie.type, tie.organisationId]);
      if (links.length > 0)
        await execute(database, 'INSERT IGNORE INTO affiliation_copy (from_id, type, to_id) VALUES ?', [links], ctx);
    },
    putPackage: (ctx: TransactionContext, one: PackageBody) =>
      put(ctx, 'package', { id: one.id, sequence: one.version, body: JSON.stringify(one) }),
    /** @param keep false leaves of it only that there is one: a draft */
    putNeed: (ctx: TransactionContext, need: NeedBody, keep: boolean) =>
      put(ctx, 'need', { id: need.id, sequence: need.version, body: keep ? JSON.stringify(need) : null }),
    putMatches: (ctx: TransactionContext, found: NeedMatchesBody) =>
      put(ctx, 'need_match', { id: found.needId, sequence: found.version, body: JSON.stringify(found) }),
    putOfNeed: <K extends OfNeed>(ctx: TransactionContext, kind: K, one: Documents[K]) =>
      put(ctx, kind, {
        id: one.id,
        sequence: one.version,
        need_id: one.needId,
        ...(kind === 'response' ? { state: one.state } : {}),
        body: JSON.stringify(one),
      }),

    /**
     * Locks a need, known or not, before anything that follows from it is read or written, so that two events about it
     * see each other. Taken before every other lock of the desk.
     */
    lockNeed: (ctx: TransactionContext, needId: string) =>
      execute(
        database,
        'INSERT INTO need_copy (id, sequence, body) VALUES (?, 0, NULL) ON DUPLICATE KEY UPDATE id = VALUES(id)',
        [needId],
        ctx,
      ),

    /** Ties from or to any of these, and of those at their other ends. */
    async linksAround(ctx: Context, organisationIds: readonly string[]): Promise<readonly ConflictLink[]> {
      const near = await linksOf(ctx, organisationIds);
      const further = [...new Set(near.flatMap(({ from, to }) => [from, to]))].filter(
        (id) => !organisationIds.includes(id),
      );
      const all = [...near, ...(await linksOf(ctx, further))];
      return [...new Map(all.map((link) => [`${link.from} ${link.type} ${link.to}`, link])).values()];
    },
  };
}
