import { createClient, letterheadSource } from '@duijie/api-client';
import { actorHeader, answersOf } from '@duijie/service-kit';
import type { DeskDeps, DeskPart } from '../desk-part';
import type { CopiesRepository } from '../copies/persistence/copies.repository';
import { documentRoutes } from '../documents/document.routes';
import { createContactsClient } from './contacts-client';
import { introductionRoutesOf } from './http/introduction.routes';
import type { IntroductionListener } from './introduction-deps';
import type { IntroductionRepository } from './persistence/introduction.repository';

/** Introductions. @param listeners told of every step, in its transaction */
export function createIntroductions(
  deps: DeskDeps & {
    readonly copies: CopiesRepository;
    readonly introductions: IntroductionRepository;
    readonly listeners: readonly IntroductionListener[];
  },
): DeskPart {
  const routes = introductionRoutesOf({ ...deps, contactsOf: createContactsClient(deps.host, deps.tokens) });
  const { host, tokens } = deps;
  const letterhead = letterheadSource(() =>
    createClient({
      baseUrl: host.urlOf('identity'),
      timeoutMs: 3000,
      headers: () => ({ [actorHeader]: tokens.sign({ type: 'service', service: 'desk' }) }),
    }),
  );
  return { routes: [...routes, ...documentRoutes({ ...deps, answer: answersOf(routes), letterhead })] };
}
