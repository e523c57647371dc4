import { newId } from '@duijie/domain-kit';
import type { TransactionContext } from '@duijie/service-kit';
import type { IdentityDeps } from '../identity-deps';
import { normalizeLogin } from './normalize-login';
import { createPeopleRepository } from './persistence/people.repository';
import type { PersonEntity } from './persistence/person.entity';

/** @param pointer where the login stands in the input @throws ValidationFailed when the login is taken */
export function createPerson({ database, audit, clock }: IdentityDeps) {
  const people = createPeopleRepository(database);
  return async (
    ctx: TransactionContext,
    command: { readonly name: string; readonly login: string; readonly passwordHash: string },
    pointer: string,
  ): Promise<PersonEntity> => {
    const now = clock.now();
    const person: PersonEntity = {
      id: newId(now.getTime()),
      version: 1,
      name: command.name,
      login: normalizeLogin(command.login),
      passwordHash: command.passwordHash,
      totpSecret: null,
      totpConfirmedAt: null,
      totpLastStep: null,
      createdAt: now,
      updatedAt: now,
    };
    await people.insert(ctx, person, pointer);
    await audit.record(ctx, { action: 'person.created', aggregate: { type: 'person', id: person.id } });
    return person;
  };
}
