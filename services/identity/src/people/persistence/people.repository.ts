import {
  isDuplicateKey,
  ValidationFailed,
  type Context,
  type Database,
  type TransactionContext,
} from '@duijie/service-kit';
import { In } from 'typeorm';
import { execute, select } from '../../persistence/sql';
import { PersonEntity } from './person.entity';

export interface PeopleRepository {
  find(ctx: Context, personId: string): Promise<PersonEntity | null>;
  findByLogin(ctx: Context, login: string): Promise<PersonEntity | null>;
  lock(ctx: TransactionContext, personId: string): Promise<PersonEntity | null>;
  anyExists(ctx: Context): Promise<boolean>;
  /** @throws ValidationFailed at `pointer` when the login is taken */
  insert(ctx: TransactionContext, person: PersonEntity, pointer: string): Promise<void>;
  update(ctx: TransactionContext, person: PersonEntity): Promise<void>;
  /** Uses up the codes of a time step and of those before it. @returns false when it was used already */
  takeTotpStep(ctx: Context, personId: string, step: number): Promise<boolean>;
  /** Names by id. */
  names(ctx: Context, personIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export const createPeopleRepository = (database: Database): PeopleRepository => ({
  find: (ctx, id) => database.manager(ctx).findOneBy(PersonEntity, { id }),
  findByLogin: (ctx, login) => database.manager(ctx).findOneBy(PersonEntity, { login }),
  lock: (ctx, id) =>
    database.manager(ctx).findOne(PersonEntity, { where: { id }, lock: { mode: 'pessimistic_write' } }),
  anyExists: async (ctx) => (await select(database, ctx, 'SELECT 1 FROM person LIMIT 1')).length > 0,
  async insert(ctx, person, pointer) {
    try {
      await database.manager(ctx).insert(PersonEntity, person);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      throw new ValidationFailed([
        { pointer, detail: { zh: '这个登录名已有人用，请换一个', en: 'This login is taken; choose another' } },
      ]);
    }
  },
  async update(ctx, person) {
    const { id, ...rest } = person;
    await database.manager(ctx).update(PersonEntity, { id }, rest);
  },
  takeTotpStep: async (ctx, id, step) =>
    (await execute(
      database,
      ctx,
      'UPDATE person SET totp_last_step = ? WHERE id = ? AND (totp_last_step IS NULL OR totp_last_step < ?)',
      [step, id, step],
    )) === 1,
  async names(ctx, ids) {
    if (ids.length === 0) return new Map();
    const people = await database
      .manager(ctx)
      .find(PersonEntity, { where: { id: In([...new Set(ids)]) }, select: { id: true, name: true } });
    return new Map(people.map((p) => [p.id, p.name]));
  },
});
