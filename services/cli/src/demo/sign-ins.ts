import type { Client } from '@duijie/api-client';
import { createClient } from '@duijie/api-client';
import { acceptInvitation, createInvitation, type MemberRole } from '@duijie/contracts';
import { randomBytes } from 'node:crypto';

/** A sign-in of the demonstration. */
export interface SignIn {
  readonly role: 'community' | 'provider' | 'broker' | 'officer' | 'administrator';
  readonly login: string;
  readonly password: string;
  readonly organisation: string;
}
export interface DemoRole {
  readonly role: Exclude<SignIn['role'], 'administrator'>;
  readonly name: string;
  readonly memberRole: MemberRole;
  readonly organisationId: string;
}

/** Invites an invented person into an organisation and accepts for them, as a real person would by a link. */
export async function makeSignIn(
  client: Client,
  baseUrl: string,
  { role, name, memberRole, organisationId }: DemoRole,
): Promise<SignIn> {
  const invitation = await client.call(createInvitation, {
    params: { organisationId },
    body: { role: memberRole, uses: 1, validDays: 1 },
  });
  const password = randomBytes(9).toString('base64url');
  const login = `demo-${role}`;
  const visitor = createClient({ baseUrl });
  const { membership } = await visitor.call(acceptInvitation, {
    body: { secret: invitation.code, newPerson: { name, login, password } },
  });
  return { role, login, password, organisation: membership.organisationName };
}
