import {
  addAffiliation,
  confirmTotp,
  createDelegation,
  createInvitation,
  createOrganisation,
  enrolTotp,
  rejectOrganisation,
  suspendOrganisation,
} from '@duijie/contracts';
import { createHmac } from 'node:crypto';
import { acceptAsNewcomer, type Newcomer } from '../people';
import type { Caller } from './callers';
import type { Stages } from './stage';
import type { Trade } from './trade';

const dayMs = 86_400_000;
const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** The code of a moment, as an authenticator app reckons it. @see RFC 6238, section 4; RFC 4226, section 5.3 */
function codeAt(secret: string, ms: number): string {
  const bits = Array.from(secret, (letter) => base32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(
    Array.from({ length: Math.floor(bits.length / 8) }, (_, i) => Number.parseInt(bits.slice(i * 8, i * 8 + 8), 2)),
  );
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(ms / 30_000)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const value = mac.readUInt32BE((mac.at(-1) ?? 0) & 0x0f) & 0x7fff_ffff;
  return String(value % 1_000_000).padStart(6, '0');
}

const asOwner = (one: Newcomer, organisationId = one.organisationId): Caller => ({
  name: 'newcomer',
  kind: 'property_firm',
  role: 'owner',
  organisationId,
  signedIn: one,
});

/** What identity finds before those operations that nothing else leads to: people and organisations made for each. */
export function identityStages(trade: Trade, url: string): Stages {
  const { administrator, community, newcomer, provider } = trade;
  const member = async (owner: Newcomer): Promise<Newcomer> => {
    const { code } = await owner.client.call(createInvitation, {
      params: { organisationId: owner.organisationId },
      body: { role: 'editor' },
    });
    return acceptAsNewcomer(url, code);
  };
  const away = async () => {
    const owner = await newcomer();
    const deputy = await member(owner);
    const body = {
      deputyId: deputy.personId,
      from: new Date().toISOString(),
      until: new Date(Date.now() + dayMs).toISOString(),
    };
    return { owner, body, path: { organisationId: owner.organisationId } };
  };
  const tie = (organisationId: string) => ({
    type: 'advises' as const,
    direction: 'outgoing' as const,
    organisationId,
  });
  /** Proposed by a newcomer to the provider. */
  const proposed = async () => {
    const owner = await newcomer();
    const { id } = await owner.client.call(addAffiliation, {
      params: { organisationId: owner.organisationId },
      body: tie(provider.organisationId),
    });
    return { as: 'provider', path: { affiliationId: id }, body: {} };
  };
  /** Asks for verification; its owner made it. */
  const pending = async () => {
    const owner = await newcomer();
    const made = await owner.client.call(createOrganisation, {
      body: { kind: 'social_org', name: `待核验社工中心${Date.now()}`, district: trade.place.district },
    });
    return { owner, organisationId: made.id, version: made.version };
  };
  const enrolled = async () => {
    const owner = await newcomer();
    const { secret } = await owner.client.call(enrolTotp, { body: { password: owner.password } });
    return { owner, secret };
  };

  return {
    createDelegation: async () => {
      const { owner, ...stage } = await away();
      return { ...stage, as: asOwner(owner) };
    },
    listDelegations: async () => {
      const owner = await newcomer();
      return { as: asOwner(owner), path: { organisationId: owner.organisationId } };
    },
    endDelegation: async () => {
      const { owner, body, path } = await away();
      const { id } = await owner.client.call(createDelegation, { params: path, body });
      return { as: asOwner(owner), path: { delegationId: id } };
    },
    addAffiliation: async () => {
      const owner = await newcomer();
      const path = { organisationId: owner.organisationId };
      return { as: asOwner(owner), path, body: tie(community.organisationId) };
    },
    confirmAffiliation: proposed,
    declineAffiliation: proposed,
    endAffiliation: async () => {
      const owner = await newcomer();
      const { id } = await administrator.client.call(addAffiliation, {
        params: { organisationId: owner.organisationId },
        body: tie(community.organisationId),
      });
      return { as: asOwner(owner), path: { affiliationId: id }, body: {} };
    },
    rejectOrganisation: async () => ({
      as: 'administrator',
      path: { organisationId: (await pending()).organisationId },
      body: { reason: '登记证已过期' },
    }),
    resubmitOrganisation: async () => {
      const { owner, organisationId, version } = await pending();
      await administrator.client.call(rejectOrganisation, {
        params: { organisationId },
        ifMatch: version,
        body: { reason: '登记证已过期' },
      });
      return { as: asOwner(owner, organisationId), path: { organisationId } };
    },
    reinstateOrganisation: async () => {
      const { organisationId } = await newcomer();
      await administrator.client.call(suspendOrganisation, {
        params: { organisationId },
        ifMatch: 1,
        body: { reason: '核查中' },
      });
      return { as: 'administrator', path: { organisationId }, body: { reason: '核查无误' } };
    },
    revokeInvitation: async () => {
      const owner = await newcomer();
      const { id } = await owner.client.call(createInvitation, {
        params: { organisationId: owner.organisationId },
        body: { role: 'viewer' },
      });
      return { as: asOwner(owner), path: { invitationId: id } };
    },
    leaveOrganisation: async () => {
      const one = await member(await newcomer());
      return { as: { ...asOwner(one), role: 'editor' }, path: { organisationId: one.organisationId } };
    },
    changeMember: async () => {
      const owner = await newcomer();
      const { personId } = await member(owner);
      return {
        as: asOwner(owner),
        path: { organisationId: owner.organisationId, personId },
        body: { role: 'viewer' },
      };
    },
    removeMember: async () => {
      const owner = await newcomer();
      const { personId } = await member(owner);
      return { as: asOwner(owner), path: { organisationId: owner.organisationId, personId } };
    },
    changePassword: async () => {
      const one = await newcomer();
      return { as: asOwner(one), body: { current: one.password, next: `next-${one.password}` } };
    },
    enrolTotp: async () => {
      const one = await newcomer();
      return { as: asOwner(one), body: { password: one.password } };
    },
    confirmTotp: async () => {
      const { owner, secret } = await enrolled();
      return { as: asOwner(owner), body: { code: codeAt(secret, Date.now()) } };
    },
    removeTotp: async () => {
      const { owner, secret } = await enrolled();
      // A code counts once: the one before this moment is forgiven, and leaves this moment's.
      await owner.client.call(confirmTotp, { body: { code: codeAt(secret, Date.now() - 30_000) } });
      return { as: asOwner(owner), body: { password: owner.password, code: codeAt(secret, Date.now()) } };
    },
    endSession: async () => ({ as: asOwner(await newcomer()) }),
  };
}
