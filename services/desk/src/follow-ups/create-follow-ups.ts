import type { DeskDeps, DeskPart } from '../desk-part';
import type { OpenWork } from '../staff/open-work';
import type { StaffRepository } from '../staff/persistence/staff.repository';
import type { WhoseWork } from '../staff/whose-work';
import type { FollowUpListener } from './follow-up-tasks';
import { followUpRoutesOf } from './http/follow-up.routes';
import { logContact, type LogContact } from './log-contact';
import { createContactRepository } from './persistence/contact.repository';
import { createFollowUpRepository, type FollowUpRepository } from './persistence/follow-up.repository';
import { planFollowUp, type PlanFollowUp } from './plan-follow-up';
import { resolveAbout, type ResolveDeps } from './resolve-about';
import { storeFollowUp, type StoreFollowUp } from './store-follow-up';

/** The part, and what other parts do with follow-ups and the communication log. */
export interface FollowUps extends DeskPart {
  readonly log: LogContact;
  readonly plan: PlanFollowUp;
  readonly store: StoreFollowUp;
  readonly followUps: FollowUpRepository;
  readonly work: OpenWork;
}

/** Communication log and follow-ups. @param listeners told of every follow-up, in its transaction */
export function createFollowUps(
  deps: DeskDeps &
    ResolveDeps & {
      readonly staff: StaffRepository;
      readonly whose: WhoseWork;
      readonly listeners: readonly FollowUpListener[];
    },
): FollowUps {
  const { database, clock, listeners } = deps;
  const contacts = createContactRepository(database);
  const followUps = createFollowUpRepository(database);
  const resolve = resolveAbout(deps);
  const log = logContact({ clock, contacts, resolve });
  const store = storeFollowUp({ ...deps, followUps });
  const plan = planFollowUp({ ...deps, followUps, resolve, store });
  const work: OpenWork = {
    async move(ctx, associationId, fromPersonId, to) {
      const held = await followUps.lockHeld(ctx, associationId, fromPersonId);
      const ids = held.map(({ id }) => id);
      await followUps.assign(ctx, ids, to, clock.now());
      for (const one of held)
        for (const listener of listeners)
          await listener(ctx, {
            ...one,
            version: one.version + 1,
            assigneeId: to?.personId ?? null,
            assigneeName: to?.name ?? null,
          });
      return ids;
    },
    count: (ctx, associationId) => followUps.countHeld(ctx, associationId),
  };
  return {
    log,
    plan,
    store,
    followUps,
    work,
    routes: followUpRoutesOf({ ...deps, contacts, followUps, resolve, log, plan, store }),
  };
}
