import { identityRoutes as routes, type OrganisationView, type PersonActor } from '@duijie/contracts';
import { creditCodeCheckDigit } from '@duijie/domain-kit';
import { password, type Answer, type World } from './world';

let number = 0;
const next = (): number => (number += 1);
/** A credit code that nobody has yet. */
export const creditCode = (): string => {
  const body = `91510100MA6${String(next()).padStart(6, '0')}`;
  return body + creditCodeCheckDigit(body);
};

export interface Founders {
  /** A broker of the association, signed in. */
  broker(): Promise<PersonActor>;
  /** An organisation, a firm unless `facts` say otherwise, founded by somebody who is new and acts for it. */
  founded(name: string, facts?: object): Promise<{ id: string; owner: PersonActor }>;
  get(as: PersonActor | undefined, organisationId: string): Promise<Answer<OrganisationView>>;
}

export function createFounders(world: World): Founders {
  const actsForLast = async (login: string): Promise<PersonActor> => {
    const person = await world.signIn(login, password);
    const me = await world.call(routes.getMe, { as: person });
    const own = me.body.organisations.at(-1);
    if (!own) throw new Error(`${login} has no organisation`);
    const { body } = await world.call(routes.chooseOrganisation, {
      as: person,
      body: { organisationId: own.organisationId },
    });
    return { ...person, actingFor: body.actingFor };
  };
  return {
    async broker() {
      const invitation = await world.call(routes.createInvitation, {
        as: world.administrator,
        params: { organisationId: world.administrator.actingFor?.organisationId ?? '' },
        body: { role: 'broker' },
      });
      await world.call(routes.acceptInvitation, {
        body: { secret: invitation.body.code, newPerson: { name: '撮合员', login: 'broker', password } },
      });
      return world.signIn('broker', password);
    },
    async founded(name, facts = {}) {
      const shell = await world.call(routes.createOrganisation, {
        as: world.administrator,
        body: { kind: 'volunteer_group', name: `${name}的志愿队`, join: false },
      });
      const login = `p${next()}`;
      const person = await world.settle(shell.body.id, login, world.administrator);
      const made = await world.call(routes.createOrganisation, {
        as: person,
        body: { kind: 'property_firm', name, contact: { name: '陈经理', phone: '138 0000 1234' }, ...facts },
      });
      if (made.status !== 201) throw new Error(JSON.stringify(made.body));
      return { id: made.body.id, owner: await actsForLast(login) };
    },
    get: (as, organisationId) =>
      world.call(routes.getOrganisation, { ...(as ? { as } : {}), params: { organisationId } }),
  };
}
