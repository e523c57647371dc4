import type { ActingFor, OnBehalf, OnBehalfClaim, OrganisationKind } from '@duijie/contracts';
import { NotAllowed, NotFound, type Context } from '@duijie/service-kit';
import type { OrganisationsRepository } from '../organisations/persistence/organisations.repository';

/** Officers of authorities act themselves, and so does another association. */
const actThemselves: readonly OrganisationKind[] = ['association', 'subdistrict', 'department'];

const brokers = (acting: ActingFor | null): acting is ActingFor =>
  acting?.kind === 'association' &&
  acting.verification === 'verified' &&
  (acting.role === 'broker' || acting.role === 'administrator');

/**
 * What a broker becomes who was asked by phone, on paper, in a chat or at a visit to act for an organisation: its editor,
 * with the broker's association, the way and the words kept beside.
 * @throws NotAllowed `on-behalf.not-broker`, `on-behalf.kind`; NotFound when there is no such organisation
 */
export function actOnBehalf(organisations: OrganisationsRepository) {
  return async (
    ctx: Context,
    acting: ActingFor | null,
    { organisationId, channel, note }: OnBehalfClaim,
  ): Promise<{ readonly actingFor: ActingFor; readonly onBehalf: OnBehalf }> => {
    if (!brokers(acting))
      throw new NotAllowed({
        reason: 'on-behalf.not-broker',
        detail: {
          zh: '只有已核验协会的撮合员或管理员可以代办',
          en: 'Only brokers and administrators of a verified association act on behalf of others',
        },
      });
    const organisation = await organisations.find(ctx, organisationId);
    if (!organisation)
      throw new NotFound({ zh: '没有要代办的机构', en: 'There is no organisation to act on behalf of' });
    if (actThemselves.includes(organisation.kind))
      throw new NotAllowed({
        reason: 'on-behalf.kind',
        detail: {
          zh: '协会、街道（镇）和部门由本单位人员办理，不能代办',
          en: 'Associations, subdistricts and departments act themselves',
        },
      });
    const { id, name, kind, verification, district, subdistrict } = organisation;
    return {
      actingFor: {
        organisationId: id,
        organisationName: name,
        kind,
        role: 'editor',
        verification,
        district,
        subdistrict,
      },
      onBehalf: {
        channel,
        note,
        brokerOrganisationId: acting.organisationId,
        brokerOrganisationName: acting.organisationName,
      },
    };
  };
}
