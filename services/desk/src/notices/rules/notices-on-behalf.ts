import { onBehalfWords, type Actor, type NoticeSubject } from '@duijie/contracts';
import { toOrganisation, type NoticeDraft, type Words } from '../notice';

/**
 * The organisation hears what a broker did for it, by which channel, and who.
 * @param fact tells this deed from others
 * @returns none where nobody acted on behalf
 */
export function noticesOnBehalf(
  actor: Actor,
  { deed, subject, fact, needTitle }: { deed: Words; subject: NoticeSubject; fact: string; needTitle?: string },
): NoticeDraft[] {
  if (actor.type !== 'person' || !actor.onBehalf || !actor.actingFor) return [];
  const { zh, en } = onBehalfWords(actor.onBehalf);
  return [
    {
      to: toOrganisation(actor.actingFor.organisationId),
      kind: 'done_on_behalf',
      subject,
      fact,
      facts: { deed, needTitle, by: { zh: `${actor.name}，${zh}`, en: `${actor.name}, ${en}` } },
    },
  ];
}
