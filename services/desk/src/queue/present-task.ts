import type { DeskTaskView } from '@duijie/contracts';
import type { DeskTaskEntity } from './persistence/task.entity';

/** A task as a line of the queue. */
export const presentTask = (task: DeskTaskEntity): DeskTaskView => ({
  id: task.id,
  version: task.version,
  kind: task.kind,
  subject: { type: task.subjectType, id: task.subjectId },
  needId: task.needId,
  title: task.title,
  poster: task.posterId === null ? null : { organisationId: task.posterId, name: task.posterName ?? '' },
  provider: task.providerId === null ? null : { organisationId: task.providerId, name: task.providerName ?? '' },
  district: task.district,
  subdistrict: task.subdistrict,
  details: task.details,
  // One that was put off by hand is shown as open, with its new date.
  state: task.state === 'done' ? 'done' : 'open',
  dueAt: task.dueAt.toISOString(),
  snoozed: task.snoozed,
  assignee:
    task.brokerPersonId === null || task.brokerOrganisationId === null
      ? null
      : { personId: task.brokerPersonId, name: task.brokerName ?? '', organisationId: task.brokerOrganisationId },
  claimedAt: task.claimedAt?.toISOString() ?? null,
  done:
    task.doneAt === null || task.doneBy === null
      ? null
      : { at: task.doneAt.toISOString(), by: task.doneBy, note: task.doneNote },
  lastCall:
    task.callResult === null || task.calledAt === null
      ? null
      : { result: task.callResult, at: task.calledAt.toISOString() },
  createdAt: task.createdAt.toISOString(),
  updatedAt: task.updatedAt.toISOString(),
  demo: task.demo,
});
