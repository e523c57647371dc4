import type { AppointmentBody, NeedBody, NoticeKind } from '@duijie/contracts';
import { toOrganisation, type NoticeDraft } from '../notice';
import { needFacts } from './place-of';

/**
 * The provider hears that it is asked directly, and that it need not answer any more; the poster hears the answer. An
 * answer that comes with the request, because events came late, is not asked for.
 */
export function noticesOfAppointment(
  before: AppointmentBody | null,
  after: AppointmentBody,
  need: NeedBody | null,
): NoticeDraft[] {
  if (before?.state === after.state) return [];
  const base = needFacts(need, after.needTitle);
  const tell = (to: string, kind: NoticeKind, other: string): NoticeDraft => ({
    to: toOrganisation(to),
    kind,
    subject: { type: 'lot', id: after.lotId },
    fact: after.id,
    facts: { ...base, other },
  });
  switch (after.state) {
    case 'waiting':
      return [tell(after.organisationId, 'appointment_asked', after.posterName)];
    case 'accepted':
    case 'declined':
      return [tell(after.posterId, `appointment_${after.state}`, after.organisationName)];
    case 'withdrawn':
    case 'lapsed':
      return before === null ? [] : [tell(after.organisationId, 'appointment_ended', after.posterName)];
  }
}
