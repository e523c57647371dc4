import {
  contactChannel,
  contactChannels,
  contactResult,
  contactResults,
  countDeskTasks,
  listContacts,
  listDeskTasks,
  listFollowUps,
  recordContact,
} from '@duijie/contracts';
import { addDays, dayOf } from '@duijie/domain-kit';
import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { ProblemAlert } from '../../kit/problem-alert';
import { useAct } from '../../kit/use-act';
import { useNow } from '../../kit/use-now';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { contactChannelWords, contactResultWords } from './desk-vocabularies';
import type { WorkAbout } from './work-about';

const useWords = defineWords('contact-form', {
  zh: {
    title: '记一次沟通',
    channel: '方式',
    result: '结果',
    note: '说了什么（可不填）',
    next: '下一步（可不填）',
    on: '哪天',
    save: '记录',
    saved: '已记录',
    example: '例：问业委会哪天开会',
  },
  en: {
    title: 'Note a contact',
    channel: 'How',
    result: 'What came of it',
    note: 'What was said (optional)',
    next: 'What next (optional)',
    on: 'On which day',
    save: 'Note it',
    saved: 'Noted',
    example: 'e.g. ask when the committee meets',
  },
});

/** Notes a call, a visit or a message, with the next step in the same tap. */
export function ContactForm({ about }: { readonly about: WorkAbout }) {
  const t = useWords();
  const { say } = useLanguage();
  const id = useId();
  const today = dayOf(new Date(useNow()));
  const [channel, setChannel] = useState<(typeof contactChannels)[number]>('phone');
  const [result, setResult] = useState<(typeof contactResults)[number]>('reached');
  const [note, setNote] = useState('');
  const [what, setWhat] = useState('');
  const [day, setDay] = useState('');
  const recording = useAct(
    recordContact,
    [listContacts, listFollowUps, listDeskTasks, countDeskTasks],
    t('saved'),
    true,
  );
  const save = (): void =>
    recording.act(
      {
        body: {
          ...about,
          channel,
          result,
          note: note.trim() || null,
          next: what.trim() ? { what: what.trim(), dueOn: day || addDays(today, 1) } : null,
        },
      },
      () => {
        setNote('');
        setWhat('');
        setDay('');
      },
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h3 className="kit-subheading">{t('title')}</h3>
      <div className="kit-row" style={{ marginBottom: 8 }}>
        <Select
          aria-label={t('channel')}
          value={channel}
          style={{ width: 110 }}
          options={contactChannels.map((value) => ({ value, label: say(contactChannelWords[value]) }))}
          onChange={(value: string) => setChannel(contactChannel.parse(value))}
        />
        <Select
          aria-label={t('result')}
          value={result}
          style={{ width: 130 }}
          options={contactResults.map((value) => ({ value, label: say(contactResultWords[value]) }))}
          onChange={(value: string) => setResult(contactResult.parse(value))}
        />
        <Input
          style={{ flex: '1 1 200px' }}
          aria-label={t('note')}
          placeholder={t('note')}
          maxLength={1000}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </div>
      <div className="kit-row">
        <Input
          id={`${id}-next`}
          style={{ flex: '1 1 200px' }}
          aria-label={t('next')}
          placeholder={`${t('next')} ${t('example')}`}
          maxLength={200}
          value={what}
          onChange={({ target }) => setWhat(target.value)}
        />
        <Input
          type="date"
          style={{ width: 150 }}
          aria-label={t('on')}
          min={today}
          value={day}
          onChange={({ target }) => setDay(target.value)}
        />
        <Button htmlType="submit" loading={recording.pending}>
          {t('save')}
        </Button>
      </div>
      <ProblemAlert error={recording.error} />
    </form>
  );
}
