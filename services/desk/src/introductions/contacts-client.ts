import { createClient, type Client } from '@duijie/api-client';
import { identityRoutes, needsRoutes, type IntroductionContacts, type ServiceName } from '@duijie/contracts';
import { actorHeader, Unavailable, type ActorTokens, type HostFacts } from '@duijie/service-kit';
import type { IntroductionEntity } from './persistence/introduction.entity';

/** Asks identity and needs for the contact persons of both sides. @throws Unavailable when one does not answer */
export function createContactsClient(
  host: HostFacts,
  tokens: ActorTokens,
): (introduction: IntroductionEntity) => Promise<IntroductionContacts> {
  // Made at the first call, since the port of this host is known only then.
  const clients = new Map<ServiceName, Client>();
  const client = (service: ServiceName): Client => {
    const made =
      clients.get(service) ??
      createClient({
        baseUrl: host.urlOf(service),
        timeoutMs: 5000,
        headers: () => ({ [actorHeader]: tokens.sign({ type: 'service', service: 'desk' }) }),
      });
    clients.set(service, made);
    return made;
  };
  return async ({ needId, posterId, posterName, providerId, providerName }) => {
    try {
      const [{ items }, need] = await Promise.all([
        client('identity').call(identityRoutes.listOrganisationContacts, {
          query: { organisationIds: [posterId, providerId] },
        }),
        client('needs').call(needsRoutes.getNeedContact, { params: { needId } }),
      ]);
      const of = (id: string) => items.find(({ organisationId }) => organisationId === id)?.contact ?? null;
      return {
        poster: { organisationId: posterId, organisationName: posterName, contact: need.contact ?? of(posterId) },
        provider: { organisationId: providerId, organisationName: providerName, contact: of(providerId) },
      };
    } catch {
      throw new Unavailable({ zh: '暂时查不到联系人', en: 'Contacts cannot be looked up now' });
    }
  };
}
