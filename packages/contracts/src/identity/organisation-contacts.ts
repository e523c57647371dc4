import { z } from 'zod';
import { id, queryList } from '../primitives';
import { routesOf } from '../route';
import { contactPerson } from './organisation-view';

/** For services that show contact persons to those who may see them, e.g. to both sides of an introduction. */
export const listOrganisationContacts = routesOf('identity')('listOrganisationContacts', {
  method: 'GET',
  path: '/internal/organisation-contacts',
  internal: true,
  summary: { zh: '机构联系人', en: 'Contact persons of organisations' },
  query: z.strictObject({ organisationIds: queryList(id) }),
  /** Those that exist, in no particular order. */
  response: z.strictObject({
    items: z.array(z.strictObject({ organisationId: id, contact: contactPerson.nullable() })),
  }),
});
