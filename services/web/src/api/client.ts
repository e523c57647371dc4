import { createClient, type Client } from '@duijie/api-client';
import { currentLanguage, type Language } from '../words/language';

const clients: Readonly<Record<Language, Client>> = {
  zh: createClient({ baseUrl: '', locale: 'zh' }),
  en: createClient({ baseUrl: '', locale: 'en' }),
};

/** The typed client of this site, in the language shown. */
export const api = (): Client => clients[currentLanguage()];
