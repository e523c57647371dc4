import {
  getIntroduction,
  listReceivedIntroductions,
  setMeeting,
  writeMinutes,
  type IntroductionView,
} from '@duijie/contracts';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { DescriptionList } from '../../kit/description-list';
import { Field, FormProblem } from '../../kit/form-problem';
import { Moment } from '../../kit/moment';
import { useAct } from '../../kit/use-act';
import { useNow } from '../../kit/use-now';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('meeting', {
  zh: {
    title: '对接会面',
    none: '还没有约时间',
    arrange: '约会面',
    change: '改约',
    at: '时间',
    place: '地点',
    link: '线上会议链接',
    attendees: '参加人员',
    save: '保存',
    cancel: '取消',
    saved: '已约好，对方会收到通知',
    minutes: '会面纪要',
    writeMinutes: '写纪要',
    minutesSaved: '纪要已保存',
    asked: '请填写时间',
  },
  en: {
    title: 'Meeting',
    none: 'No time arranged yet',
    arrange: 'Arrange a meeting',
    change: 'Change',
    at: 'Time',
    place: 'Place',
    link: 'Link of an online meeting',
    attendees: 'Who takes part',
    save: 'Save',
    cancel: 'Cancel',
    saved: 'Arranged; the other side will hear of it',
    minutes: 'Minutes',
    writeMinutes: 'Write minutes',
    minutesSaved: 'Minutes saved',
    asked: 'Please give a time',
  },
});

const chinaMs = 8 * 3_600_000;
/** As `<input type="datetime-local">` wants it, in China. */
const localOf = (instant: string): string => new Date(Date.parse(instant) + chinaMs).toISOString().slice(0, 16);
const instantOf = (local: string): string => new Date(Date.parse(`${local}:00Z`) - chinaMs).toISOString();
const touched = [getIntroduction, listReceivedIntroductions];

function MeetingForm({ item, onDone }: { readonly item: IntroductionView; readonly onDone: () => void }) {
  const t = useWords();
  const id = useId();
  const { meeting } = item;
  const [at, setAt] = useState(meeting ? localOf(meeting.at) : '');
  const [place, setPlace] = useState(meeting?.place ?? '');
  const [link, setLink] = useState(meeting?.link ?? '');
  const [attendees, setAttendees] = useState(meeting?.attendees ?? '');
  const [asked, setAsked] = useState(false);
  const save = useAct(setMeeting, touched, t('saved'), true);
  const submit = (): void => {
    if (at === '') return setAsked(true);
    const body = { at: instantOf(at), place: place.trim() || null, link: link.trim() || null, attendees };
    save.act({ params: { introductionId: item.id }, body, ifMatch: item.version }, onDone);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <FormProblem error={save.error} fields={['/at', '/place', '/link', '/attendees']} />
      <Field label={t('at')} htmlFor={`${id}-at`} error={save.error} pointer="/at" hint={asked ? t('asked') : null}>
        <Input
          id={`${id}-at`}
          type="datetime-local"
          style={{ maxWidth: 240 }}
          value={at}
          onChange={({ target }) => setAt(target.value)}
        />
      </Field>
      <Field label={t('place')} htmlFor={`${id}-place`} error={save.error} pointer="/place">
        <Input id={`${id}-place`} maxLength={200} value={place} onChange={({ target }) => setPlace(target.value)} />
      </Field>
      <Field label={t('link')} htmlFor={`${id}-link`} error={save.error} pointer="/link">
        <Input id={`${id}-link`} type="url" value={link} onChange={({ target }) => setLink(target.value)} />
      </Field>
      <Field label={t('attendees')} htmlFor={`${id}-who`} error={save.error} pointer="/attendees">
        <Input
          id={`${id}-who`}
          maxLength={500}
          value={attendees}
          onChange={({ target }) => setAttendees(target.value)}
        />
      </Field>
      <div className="kit-actions">
        <Button type="primary" htmlType="submit" loading={save.pending}>
          {t('save')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
    </form>
  );
}

function MinutesForm({ item, onDone }: { readonly item: IntroductionView; readonly onDone: () => void }) {
  const t = useWords();
  const id = useId();
  const [minutes, setMinutes] = useState(item.meeting?.minutes ?? '');
  const write = useAct(writeMinutes, touched, t('minutesSaved'), true);
  return (
    <>
      <FormProblem error={write.error} fields={['/minutes']} />
      <Field label={t('minutes')} htmlFor={id} error={write.error} pointer="/minutes">
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 4 }}
          maxLength={5000}
          value={minutes}
          onChange={({ target }) => setMinutes(target.value)}
        />
      </Field>
      <div className="kit-actions">
        <Button
          type="primary"
          loading={write.pending}
          onClick={() =>
            write.act({ params: { introductionId: item.id }, body: { minutes }, ifMatch: item.version }, onDone)
          }
        >
          {t('save')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
    </>
  );
}

/** The meeting of an introduction: when and where, and what was said. */
export function Meeting({ item }: { readonly item: IntroductionView }) {
  const t = useWords();
  const now = useNow();
  const [editing, setEditing] = useState<'meeting' | 'minutes' | null>(null);
  const { meeting } = item;
  const begun = meeting !== null && Date.parse(meeting.at) <= now;
  const done = (): void => setEditing(null);
  return (
    <>
      <h3 className="kit-subheading">{t('title')}</h3>
      {meeting && editing !== 'meeting' ? (
        <DescriptionList
          facts={[
            { name: t('at'), value: <Moment at={meeting.at} /> },
            { name: t('place'), value: meeting.place },
            {
              name: t('link'),
              value: meeting.link ? (
                <a href={meeting.link} target="_blank" rel="noreferrer noopener">
                  {meeting.link}
                </a>
              ) : null,
            },
            { name: t('attendees'), value: meeting.attendees },
            {
              name: t('minutes'),
              wide: true,
              value: meeting.minutes ? <p className="kit-prose">{meeting.minutes}</p> : null,
            },
          ]}
        />
      ) : null}
      {meeting === null && editing === null ? <p className="muted">{t('none')}</p> : null}
      {editing === 'meeting' ? <MeetingForm item={item} onDone={done} /> : null}
      {editing === 'minutes' ? <MinutesForm item={item} onDone={done} /> : null}
      {editing === null ? (
        <div className="kit-actions" style={{ marginTop: 8 }}>
          <Button onClick={() => setEditing('meeting')}>{t(meeting ? 'change' : 'arrange')}</Button>
          {begun ? <Button onClick={() => setEditing('minutes')}>{t('writeMinutes')}</Button> : null}
        </div>
      ) : null}
    </>
  );
}
