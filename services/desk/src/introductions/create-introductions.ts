import type { DeskDeps, DeskPart } from '../desk-part';
import type { CopiesRepository } from '../copies/persistence/copies.repository';
import { createContactsClient } from './contacts-client';
import { introductionRoutesOf } from './http/introduction.routes';
import type { IntroductionListener } from './introduction-deps';
import { createIntroductionRepository } from './persistence/introduction.repository';

/** Introductions. @param listeners told of every step, in its transaction */
export function createIntroductions(
  deps: DeskDeps & { readonly copies: CopiesRepository; readonly listeners: readonly IntroductionListener[] },
): DeskPart {
  const introductions = createIntroductionRepository(deps.database);
  return {
    routes: introductionRoutesOf({ ...deps, introductions, contactsOf: createContactsClient(deps.host, deps.tokens) }),
  };
}
