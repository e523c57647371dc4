import { createClient, type Client } from '@duijie/api-client';
import { onBehalfNow, type OnBehalfWork } from '../session/on-behalf';
import { currentLanguage, type Language } from '../words/language';

const clientOf = (locale: Language, work: OnBehalfWork | null): Client =>
  createClient({
    baseUrl: '',
    locale,
    ...(work ? { onBehalf: { organisationId: work.organisationId, channel: work.channel, note: work.note } } : {}),
  });

let client: Client | null = null;
let made: { readonly language: Language; readonly work: OnBehalfWork | null } | null = null;

/** The typed client of this site, in the language shown, for whomever one works at present. */
export function api(): Client {
  const language = currentLanguage();
  const work = onBehalfNow();
  if (!client || made?.language !== language || made.work !== work) {
    client = clientOf(language, work);
    made = { language, work };
  }
  return client;
}

/** A client that always speaks for the caller itself, also while the tab works for somebody else. */
export const ownApi = (): Client => clientOf(currentLanguage(), null);
