import type { ContactView, FollowUpView } from '@duijie/contracts';
import type { ContactEntity } from './persistence/contact.entity';
import type { FollowUpEntity } from './persistence/follow-up.entity';

export const presentFollowUp = (one: FollowUpEntity): FollowUpView => ({
  id: one.id,
  version: one.version,
  needId: one.needId,
  organisationId: one.organisationId,
  introductionId: one.introductionId,
  caseId: one.caseId,
  title: one.title,
  what: one.what,
  dueOn: one.dueOn,
  state: one.state,
  assignee: one.assigneeId === null ? null : { id: one.assigneeId, name: one.assigneeName ?? '' },
  doneAt: one.doneAt?.toISOString() ?? null,
});

export const presentContact = (one: ContactEntity): ContactView => ({
  id: one.id,
  needId: one.needId,
  organisationId: one.organisationId,
  introductionId: one.introductionId,
  caseId: one.caseId,
  channel: one.channel,
  direction: one.direction,
  result: one.result,
  note: one.note,
  at: one.at.toISOString(),
  by: { id: one.byPersonId, name: one.byName },
});
