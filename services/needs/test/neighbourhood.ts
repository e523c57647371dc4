import type { Actor, NeedView } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { anOrganisation, needOf, startNeedsCity, type NeedsCity } from './needs-city';

export const community = anOrganisation({ name: '得胜南社区', community: '得胜南社区' });
export const twin = anOrganisation({ name: '得胜北社区', community: '得胜北社区' });
export const far = anOrganisation({ name: '犀和社区', district: '郫都区', subdistrict: '犀浦街道' });
export const nowhere = anOrganisation({ name: '无处社区', district: null, subdistrict: null });
export const newcomer = anOrganisation({ name: '新社区', verification: 'pending' });
export const drafter = anOrganisation({
  name: '咨询公司',
  kind: 'professional_firm',
  affiliations: [{ type: 'drafted', organisationId: community.id }],
});
export const firm = anOrganisation({ name: '好物业', kind: 'property_firm' });
export const association = anOrganisation({ name: '物业协会', kind: 'association', district: null, subdistrict: null });
export const street = anOrganisation({ name: '牛市口街道办', kind: 'subdistrict' });
export const otherStreet = anOrganisation({
  name: '犀浦街道办',
  kind: 'subdistrict',
  district: '郫都区',
  subdistrict: '犀浦街道',
});
const compoundId = newId(Date.now());
export const compound = {
  id: compoundId,
  version: 1,
  name: '水碾巷8号院',
  type: 'old_courtyard' as const,
  district: '锦江区',
  subdistrict: '牛市口街道',
  communities: ['得胜南社区'],
  households: 136,
  floorAreaM2: null,
  builtYear: 1991,
  lng: 104.1063,
  lat: 30.6457,
  propertyState: 'unmanaged' as const,
  committeeState: 'n/a' as const,
  demo: false,
};

/** As little as a need asks for: where, what, when, money or none. */
export const four = {
  description: '电梯老是坏，想请人来看看消防和加装电梯的事。住户有一百多户。',
  place: { compoundId: compound.id },
  window: { start: null, end: null },
  money: { kind: 'none' },
};

/** A city with two communities, a street office, the association, and firms. */
export interface Neighbourhood extends NeedsCity {
  poster(): Actor;
  broker(): Actor;
  administrator(): Actor;
  officer(): Actor;
  draft(body?: object, by?: Actor): Promise<NeedView>;
  /** A need that takes responses. */
  published(body?: object, by?: Actor): Promise<NeedView>;
}

export async function startNeighbourhood(
  namespace: string,
  overrides: Readonly<Record<string, string>> = {},
): Promise<Neighbourhood> {
  const city = await startNeedsCity(namespace, overrides);
  await city.tell(
    [community, twin, far, newcomer, nowhere, drafter, firm, association, street, otherStreet],
    [compound],
  );
  const poster = (): Actor => city.member(community);
  const draft = async (body: object = four, by = poster()): Promise<NeedView> => {
    const answer = await city.call(by, 'POST', '/needs', { body });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return needOf(answer);
  };
  return {
    ...city,
    poster,
    broker: () => city.member(association, 'broker'),
    administrator: () => city.member(association, 'administrator'),
    officer: () => city.member(street, 'officer'),
    draft,
    async published(body = four, by = poster()) {
      const need = await draft(body, by);
      const answer = await city.call(by, 'POST', `/needs/${need.id}/submit`, { ifMatch: need.version });
      if (needOf(answer).state !== 'responding') throw new Error(JSON.stringify(answer.body));
      return needOf(answer);
    },
  };
}
