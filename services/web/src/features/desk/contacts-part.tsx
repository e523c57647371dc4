import { listContacts, type ContactView } from '@duijie/contracts';
import { Button, Empty, Skeleton } from 'antd';
import { usePages } from '../../api/use-call';
import { ProblemAlert } from '../../kit/problem-alert';
import { When } from '../../kit/when';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { ContactForm } from './contact-form';
import { contactChannelWords, contactResultWords } from './desk-vocabularies';
import { FollowUps } from './follow-ups';
import type { WorkAbout } from './work-about';

const useWords = defineWords('contacts-part', {
  zh: { log: '沟通记录', none: '还没有沟通记录', incoming: '来', outgoing: '去', more: '更多' },
  en: { log: 'Communication log', none: 'Nothing was noted yet', incoming: 'in', outgoing: 'out', more: 'More' },
});

/** The communication log of something and what is to be done next. */
export function ContactsPart({ about }: { readonly about: WorkAbout }) {
  const t = useWords();
  const { say } = useLanguage();
  const log = usePages<typeof listContacts, ContactView>(listContacts, { query: { limit: 20, ...about } });
  return (
    <>
      <FollowUps about={about} />
      <ContactForm about={about} />
      <h3 className="kit-subheading">{t('log')}</h3>
      <ProblemAlert error={log.error} again={() => void log.refetch()} />
      {log.isPending ? <Skeleton active /> : null}
      {log.isSuccess && log.items.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('none')} />
      ) : null}
      <ul className="desk-log">
        {log.items.map((contact) => (
          <li key={contact.id}>
            <b>
              {say(contactChannelWords[contact.channel])} · {say(contactResultWords[contact.result])}
            </b>{' '}
            <span className="muted">
              {t(contact.direction === 'in' ? 'incoming' : 'outgoing')} · {contact.by.name} · <When at={contact.at} />
            </span>
            {contact.note ? <div>{contact.note}</div> : null}
          </li>
        ))}
      </ul>
      {log.hasNextPage ? <Button onClick={() => void log.fetchNextPage()}>{t('more')}</Button> : null}
    </>
  );
}
