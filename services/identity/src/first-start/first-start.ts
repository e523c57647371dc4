import type { Context } from '@duijie/service-kit';
import { randomBytes } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IdentityDeps } from '../identity-deps';
import { createMembershipsRepository } from '../members/persistence/memberships.repository';
import { newOrganisation } from '../organisations/new-organisation';
import { saveOrganisation } from '../organisations/save-organisation';
import { createPerson } from '../people/create-person';
import { createPeopleRepository } from '../people/persistence/people.repository';
import { takeNamedLock } from '../persistence/take-named-lock';

const login = 'administrator';
const fileName = 'administrator.json';

/** Where nobody can sign in yet: makes the association and its first administrator, whose password is written to a file. */
export function firstStart(deps: IdentityDeps) {
  const { database, clock, hasher, host, log, sealing, audit } = deps;
  const people = createPeopleRepository(database);
  const memberships = createMembershipsRepository(database);
  const person = createPerson(deps);
  const save = saveOrganisation(deps);

  const write = async (password: string): Promise<void> => {
    await mkdir(host.stateDir, { recursive: true, mode: 0o700 });
    const path = join(host.stateDir, fileName);
    await writeFile(`${path}.new`, `${JSON.stringify({ login, password })}\n`, { mode: 0o600 });
    await rename(`${path}.new`, path);
  };

  return async (ctx: Context): Promise<void> => {
    if (await people.anyExists(ctx)) return;
    const password = randomBytes(15).toString('base64url');
    const passwordHash = await hasher.run(({ hash }) => hash(password));
    const made = await database.run(ctx, async (tx) => {
      await takeNamedLock(database, tx, 'identity-first-start');
      if (await people.anyExists(tx)) return false;
      const now = clock.now();
      const { id: personId } = await person(tx, { name: '管理员', login, passwordHash }, '/login');
      const association = await save.add(
        tx,
        newOrganisation(
          { kind: 'association', name: '物业管理协会（待命名）', verification: 'verified' },
          now,
          sealing,
        ),
      );
      await memberships.insert(tx, {
        organisationId: association.id,
        personId,
        version: 1,
        role: 'administrator',
        joinedAt: now,
      });
      await audit.record(tx, {
        action: 'organisation.created',
        aggregate: { type: 'organisation', id: association.id },
        to: 'verified',
        data: { kind: 'association', by: 'first-start' },
      });
      // Before the commit: a password that nobody knows would lock everybody out.
      await write(password);
      return true;
    });
    if (made)
      log.info({ file: join(host.stateDir, fileName), login }, 'first administrator made; the password is in the file');
  };
}
