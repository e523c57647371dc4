import type { PersonView } from '@duijie/contracts';
import type { PersonEntity } from '../persistence/person.entity';

export const presentPerson = (person: PersonEntity): PersonView => ({
  id: person.id,
  version: person.version,
  name: person.name,
  login: person.login,
  totp: person.totpConfirmedAt !== null,
  createdAt: person.createdAt.toISOString(),
});
