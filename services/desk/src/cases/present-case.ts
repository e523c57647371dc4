import type { CaseView, caseSummary } from '@duijie/contracts';
import type { z } from 'zod';
import type { FollowUpEntity } from '../follow-ups/persistence/follow-up.entity';
import type { CaseEntity } from './persistence/case.entity';
import type { SealContact } from './seal-contact';

/** @param step its open follow-up */
export const summarizeCase = (one: CaseEntity, step: FollowUpEntity | undefined): z.output<typeof caseSummary> => ({
  id: one.id,
  version: one.version,
  title: one.title,
  poster: { name: one.posterName, organisationId: one.posterId },
  counterpart: one.counterpartName === null ? null : { name: one.counterpartName, organisationId: one.counterpartId },
  district: one.district,
  subdistrict: one.subdistrict,
  progress: one.progress,
  nextStep: step?.what ?? null,
  nextOn: step?.dueOn ?? null,
  state: one.state,
  needId: one.needId,
  assignee: one.assigneeId === null ? null : { id: one.assigneeId, name: one.assigneeName ?? '' },
  origin: one.importedSource === null ? null : { source: one.importedSource, externalId: one.importedId ?? '' },
  createdAt: one.createdAt.toISOString(),
  updatedAt: one.updatedAt.toISOString(),
});

export const presentCase = (one: CaseEntity, step: FollowUpEntity | undefined, sealing: SealContact): CaseView => ({
  ...summarizeCase(one, step),
  contact: sealing.open(one.contact),
  note: one.note,
});
