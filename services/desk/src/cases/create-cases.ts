import type { DeskDeps, DeskPart } from '../desk-part';
import type { OpenWork } from '../staff/open-work';
import type { CaseDeps } from './case-deps';
import { casesImporter } from './cases.importer';
import { caseRoutesOf } from './http/case.routes';
import { keepLinks } from './keep-links';
import { createSealContact } from './seal-contact';
import { secretOf } from '../secret-of';

/** The part, and how work in it is moved. */
export interface Cases extends DeskPart {
  readonly work: OpenWork;
}

/** Cases that brokers brought along. */
export function createCases(deps: DeskDeps & Omit<CaseDeps, 'sealing'>): Cases {
  const { cases, clock, config, host } = deps;
  const all: CaseDeps = { ...deps, sealing: createSealContact(secretOf(config.DUIJIE_SECRET, host.stateDir)) };
  return {
    routes: caseRoutesOf(all),
    events: keepLinks(all),
    importers: [casesImporter(all)],
    work: {
      async move(ctx, associationId, fromPersonId, to) {
        const ids = (await cases.lockHeld(ctx, associationId, fromPersonId)).map(({ id }) => id);
        await cases.assign(ctx, ids, to, clock.now());
        return ids;
      },
      count: (ctx, associationId) => cases.countHeld(ctx, associationId),
    },
  };
}
