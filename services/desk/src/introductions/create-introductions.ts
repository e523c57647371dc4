import { answersOf } from '@duijie/service-kit';
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
  return { routes: [...routes, ...documentRoutes({ ...deps, answer: answersOf(routes) })] };
}
