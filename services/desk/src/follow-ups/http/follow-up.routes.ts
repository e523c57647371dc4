import { deskRoutes } from '@duijie/contracts';
import { actingForOf, bind, ValidationFailed, type BoundRoute, type Database } from '@duijie/service-kit';
import type { WhoseWork } from '../../staff/whose-work';
import { aboutKeys, type AboutInput } from '../about';
import { changeFollowUp } from '../change-follow-up';
import { finishFollowUp } from '../finish-follow-up';
import type { LogContact } from '../log-contact';
import type { ContactRepository } from '../persistence/contact.repository';
import type { PlanDeps, PlanFollowUp } from '../plan-follow-up';
import { presentContact, presentFollowUp } from '../present-follow-up';

export interface FollowUpRouteDeps extends PlanDeps {
  readonly database: Database;
  readonly contacts: ContactRepository;
  readonly log: LogContact;
  readonly plan: PlanFollowUp;
  readonly whose: WhoseWork;
}

const subjectOf = ({ needId, organisationId, introductionId, caseId }: AboutInput): AboutInput => ({
  needId,
  organisationId,
  introductionId,
  caseId,
});

/** Communication log and follow-ups. */
export function followUpRoutesOf(deps: FollowUpRouteDeps): BoundRoute[] {
  const { database, contacts, followUps, log, plan, whose } = deps;
  const r = deskRoutes;
  const change = changeFollowUp(deps);
  const finish = finishFollowUp(deps);
  return [
    bind(r.recordContact, (ctx, { body: { next, at, ...entry } }) =>
      database.run(ctx, async (tx) => {
        const contact = await log(tx, { ...entry, ...(at === undefined ? {} : { at: new Date(at) }) });
        const followUp = next && (await plan(tx, { ...subjectOf(entry), ...next }));
        return { ...presentContact(contact), followUp: followUp && presentFollowUp(followUp) };
      }),
    ),
    bind(r.listContacts, async (ctx, { query }) => {
      if (aboutKeys.every((key) => query[key] === undefined))
        throw new ValidationFailed([
          {
            pointer: '?needId',
            detail: {
              zh: '请指定需求、机构、推介或事项',
              en: 'Name a need, an organisation, an introduction or a case',
            },
          },
        ]);
      const { items, nextCursor } = await contacts.list(ctx, actingForOf(ctx).organisationId, subjectOf(query), query);
      return { items: items.map(presentContact), nextCursor };
    }),
    bind(r.createFollowUp, (ctx, { body }) => database.run(ctx, async (tx) => presentFollowUp(await plan(tx, body)))),
    bind(r.listFollowUps, async (ctx, { query }) => {
      const { items, nextCursor } = await followUps.list(
        ctx,
        actingForOf(ctx).organisationId,
        query.whose === 'mine' ? await whose(ctx) : null,
        subjectOf(query),
        query,
      );
      return { items: items.map(presentFollowUp), nextCursor };
    }),
    bind(r.changeFollowUp, async (ctx, { params, ifMatch, body }) =>
      presentFollowUp(await change(ctx, params.followUpId, ifMatch, body)),
    ),
    bind(r.finishFollowUp, async (ctx, { params, ifMatch, body }) => {
      const done = await finish(ctx, params.followUpId, ifMatch, body);
      return { ...presentFollowUp(done.followUp), next: done.next && presentFollowUp(done.next) };
    }),
  ];
}
