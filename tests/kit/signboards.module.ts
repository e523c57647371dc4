import type { AuditReport } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import {
  defineModule,
  personOf,
  ValidationFailed,
  type DatabaseDeps,
  type Importer,
  type ServiceModule,
} from '@duijie/service-kit';
import { z } from 'zod';

const row = z.strictObject({
  id: z.string(),
  text: z.string().min(1),
  height: z.number().optional(),
  place: z.strictObject({ districts: z.array(z.string()) }).optional(),
});

/** A small thing to import: signboards with a text, in a table without a key on the text, so that doubles would show. */
export interface Signboards {
  readonly module: ServiceModule;
  empty(): Promise<void>;
  count(): Promise<number>;
  distinctTexts(): Promise<number>;
  texts(): Promise<string[]>;
  /** People in whose name rows were applied. */
  actors(): readonly string[];
  /** How often a row was applied. */
  applied(): number;
  /** Changes a signboard as a person would. */
  touch(id: string): Promise<void>;
  auditOf(id: string): Promise<[action: string, actor: string][]>;
  verifyAudit(): Promise<AuditReport>;
}

/** @param slow makes each row take some time, so that a process can be killed in the middle */
export function signboards(slow = false): Signboards {
  let deps: DatabaseDeps | undefined;
  let applied = 0;
  const actors = new Set<string>();
  const query = async <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
    (await deps?.database.manager().query(sql, values)) as T[];
  const figure = async (sql: string): Promise<number> => Number((await query<{ n: unknown }>(sql))[0]?.n);

  const importerOf = ({ database, audit }: DatabaseDeps): Importer<typeof row> => ({
    kind: 'packages',
    row,
    columns: [
      { path: 'id', headings: ['编号', 'id'], en: 'Own number', type: 'text' },
      { path: 'text', headings: ['文字'], en: 'Text', type: 'text' },
      { path: 'height', headings: ['高度'], en: 'Height', type: 'number' },
      { path: 'place.districts', headings: ['地点', '地点、区'], en: 'Place', type: 'list' },
    ],
    async apply(ctx, { text, height, place }, _origin, known) {
      applied += 1;
      actors.add(personOf(ctx).personId);
      const manager = database.manager(ctx);
      if (slow) await manager.query('SELECT SLEEP(0.003)');
      if (text === '禁')
        throw new ValidationFailed([{ pointer: '/text', detail: { zh: '不许写', en: 'Not to be written' } }]);
      const content = `${text}/${height ?? ''}/${place?.districts.join('+') ?? ''}`;
      const id = known ?? newId(Date.now());
      if (known === null) await manager.query('INSERT INTO signboard VALUES (?, 1, ?)', [id, content]);
      else await manager.query('UPDATE signboard SET version = version + 1, text = ? WHERE id = ?', [content, id]);
      if (text === '崩') throw new TypeError('a bug');
      await audit.record(ctx, { action: 'signboard.imported', aggregate: { type: 'signboard', id } });
      const [now] = (await manager.query('SELECT version FROM signboard WHERE id = ?', [id])) as { version: number }[];
      return { outcome: known === null ? 'created' : 'updated', id, version: now?.version ?? 1 };
    },
    async undo(ctx, id, version) {
      const { affectedRows } = (await database
        .manager(ctx)
        .query('DELETE FROM signboard WHERE id = ? AND version = ?', [id, version])) as { affectedRows: number };
      return affectedRows === 1 ? 'undone' : 'kept';
    },
  });

  return {
    module: defineModule({
      name: 'offers' as const,
      config: z.object({}),
      schema: { entities: [], migrations: [] },
      create(given: DatabaseDeps) {
        deps = given;
        return { routes: [], importers: [importerOf(given)] };
      },
    }),
    async empty() {
      await query('CREATE TABLE IF NOT EXISTS signboard (id CHAR(36) PRIMARY KEY, version INT, text VARCHAR(200))');
      await query('DELETE FROM signboard');
    },
    count: () => figure('SELECT COUNT(*) AS n FROM signboard'),
    distinctTexts: () => figure('SELECT COUNT(DISTINCT text) AS n FROM signboard'),
    texts: async () => (await query<{ text: string }>('SELECT text FROM signboard ORDER BY id')).map((r) => r.text),
    actors: () => [...actors],
    applied: () => applied,
    async touch(id) {
      await query('UPDATE signboard SET version = version + 1 WHERE id = ?', [id]);
    },
    auditOf: async (id) =>
      (
        await query<{ action: string; actor: string }>(
          'SELECT action, actor FROM audit_entry WHERE aggregate_id = ? ORDER BY id',
          [id],
        )
      ).map(({ action, actor }) => [action, actor]),
    async verifyAudit() {
      if (!deps) throw new Error('not started');
      return deps.verifyAudit();
    },
  };
}
