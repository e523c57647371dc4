import {
  identityRoutes,
  needsRoutes,
  type Actor,
  type IntroductionView,
  type LotBody,
  type NeedBody,
  type OrganisationState,
  type PackageBody,
} from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { bind } from '@duijie/service-kit';
import { aNeedBody, anOrganisationState, aPackageBody, aPerson, eventually, startBeside } from '@duijie/testkit';
import { deskModule } from '../src';

export const freshId = (): string => newId(Date.now());

/** Contacts as identity and needs would tell them, by organisation and by need. */
const contacts = new Map<string, { name: string; phone: string }>();
const needContacts = new Map<string, { name: string; phone: string }>();

/** A small city around the desk: the other services publish, identity and needs also tell contacts. */
export async function deskCity(word: string) {
  const beside = await startBeside(
    deskModule,
    [
      {
        name: 'identity',
        routes: [
          bind(identityRoutes.listOrganisationContacts, async (_ctx, { query }) => ({
            items: query.organisationIds.map((organisationId) => ({
              organisationId,
              contact: contacts.get(organisationId) ?? null,
            })),
          })),
        ],
      },
      {
        name: 'needs',
        routes: [
          bind(needsRoutes.getNeedContact, async (_ctx, { params }) => ({
            contact: needContacts.get(params.needId) ?? null,
          })),
        ],
      },
      'offers',
      'matcher',
      'deals',
    ],
    word,
    { DUIJIE_DESK_SWEEP_MS: '50' },
  );
  const known = async (table: string, id: string, sequence: number): Promise<void> => {
    await eventually(async () => {
      const rows = await beside.rows<{ sequence: string }>(`SELECT sequence FROM ${table} WHERE id = ?`, [id]);
      expect(Number(rows[0]?.sequence)).toBeGreaterThanOrEqual(sequence);
    });
  };
  return {
    ...beside,
    contacts,
    needContacts,
    async organisation(facts: Partial<OrganisationState> = {}): Promise<OrganisationState> {
      const state = anOrganisationState(facts);
      await beside.publish('organisation.changed.v1', { type: 'organisation', id: state.id }, state.version, state);
      await known('organisation_copy', state.id, state.version);
      return state;
    },
    async package(provider: OrganisationState, facts: Partial<PackageBody> = {}): Promise<PackageBody> {
      const body = aPackageBody({
        providerId: provider.id,
        providerName: provider.name,
        providerKind: provider.kind,
        ...facts,
      });
      await beside.publish('package.published.v1', { type: 'package', id: body.id }, body.version, body);
      await known('package_copy', body.id, body.version);
      return body;
    },
    /** Publishes a need, or its next version. */
    async need(facts: Partial<NeedBody> = {}): Promise<NeedBody> {
      const need = aNeedBody(facts);
      const hidden = need.publishedAt === null;
      const type = hidden ? 'need.drafted.v1' : need.version === 1 ? 'need.published.v1' : 'need.changed.v1';
      await beside.publish(type, { type: 'need', id: need.id }, need.version, need);
      await known('need_copy', need.id, need.version);
      return need;
    },
    lot: (lot: LotBody) => beside.publish('lot.changed.v1', { type: 'lot', id: lot.id }, lot.version, lot),
    as: (actor: Actor) => ({
      get: <T>(path: string) => beside.call<T>(actor, path),
      create: <T>(path: string, body: unknown) => beside.call<T>(actor, path, { method: 'POST', body }),
      change: <T>(method: string, path: string, ifMatch: number, body: unknown = {}) =>
        beside.call<T>(actor, path, { method, ifMatch, body }),
    }),
    /** Events of the desk about an introduction, oldest first. */
    told: async (introductionId: string): Promise<string[]> =>
      (
        await beside.rows<{ envelope: string }>(
          `SELECT envelope FROM outbox WHERE type = 'introduction.changed.v1' AND aggregate_id = ? ORDER BY sequence`,
          [introductionId],
        )
      ).map(({ envelope }) => (JSON.parse(envelope) as { data: IntroductionView }).data.state),
  };
}
export type DeskCity = Awaited<ReturnType<typeof deskCity>>;

/** Somebody who acts for that organisation. */
export const actingFor = (
  { id, kind, name, district, subdistrict }: OrganisationState,
  role: Parameters<typeof aPerson>[1] = 'owner',
) => aPerson(kind, role, { organisationId: id, organisationName: name, district, subdistrict });

/** A lot of a need in some state. */
export const aLot = (need: NeedBody, facts: Partial<LotBody> = {}): LotBody => ({
  id: need.lots[0]?.id ?? freshId(),
  version: 1,
  needId: need.id,
  needVersion: need.version,
  needTitle: need.title,
  organisationId: need.organisationId,
  organisationName: need.organisationName,
  title: '全部',
  components: ['property.custody'],
  mode: need.mode,
  sealed: false,
  state: 'open',
  attempt: 1,
  responsesDueAt: null,
  responseCount: 0,
  award: null,
  agreementId: null,
  because: null,
  updatedAt: new Date().toISOString(),
  demo: false,
  ...facts,
});
