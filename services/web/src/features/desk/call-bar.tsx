import { callResults, getIntroductionContacts, getNeed, getOrganisation, type DeskTaskView } from '@duijie/contracts';
import { PhoneOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useCall } from '../../api/use-call';
import { MenuButton } from '../../kit/menu-button';
import { useNow } from '../../kit/use-now';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { callResultWords } from './desk-vocabularies';
import { laterChoices } from './later';
import { useTaskActs } from './use-task-acts';

const useWords = defineWords('call-bar', {
  zh: { result: '通话结果', note: '备注（可不填）', nobody: '没有登记联系电话' },
  en: { result: 'What came of the call', note: 'Note (optional)', nobody: 'No phone number is known' },
});
interface Reachable {
  readonly who: string;
  readonly name: string;
  readonly phone: string;
}

/** Whom to call about a task: both sides of an introduction, else the need's contact or its poster's. */
function useReachable(task: DeskTaskView): readonly Reachable[] | null {
  const introduction = task.subject.type === 'introduction' ? task.subject.id : null;
  const both = useCall(
    getIntroductionContacts,
    { params: { introductionId: introduction ?? '' } },
    { enabled: introduction !== null },
  );
  const need = useCall(getNeed, { params: { needId: task.needId ?? '' } }, { enabled: task.needId !== null });
  const organisationId = task.poster?.organisationId ?? task.provider?.organisationId ?? '';
  const organisation = useCall(getOrganisation, { params: { organisationId } }, { enabled: organisationId !== '' });
  if (both.data)
    return [both.data.provider, both.data.poster].flatMap(({ organisationName, contact }) =>
      contact ? [{ who: organisationName, ...contact }] : [],
    );
  const own = need.data?.private?.contact ?? organisation.data?.contact ?? null;
  const settled = !(introduction !== null && both.isPending) && !organisation.isLoading && !need.isLoading;
  if (own) return [{ who: task.poster?.name ?? organisation.data?.name ?? '', name: own.name, phone: own.phone }];
  return settled ? [] : null;
}

/** Calls, and notes what came of it by one tap. */
export function CallBar({ task }: { readonly task: DeskTaskView }) {
  const t = useWords();
  const { say } = useLanguage();
  const now = useNow();
  const { call } = useTaskActs();
  const reachable = useReachable(task);
  const [note, setNote] = useState('');
  const record = (result: (typeof callResults)[number], callBackAt?: string): void =>
    call.act(
      {
        params: { taskId: task.id },
        body: { result, note: note.trim() || null, ...(callBackAt === undefined ? {} : { callBackAt }) },
        ifMatch: task.version,
      },
      () => setNote(''),
    );
  return (
    <>
      <div className="kit-row">
        {reachable?.map(({ who, name, phone }) => (
          <Button key={who + phone} href={`tel:${phone}`} icon={<PhoneOutlined aria-hidden />}>
            {name} {phone}
          </Button>
        ))}
        {reachable?.length === 0 ? <span className="muted">{t('nobody')}</span> : null}
      </div>
      <fieldset className="desk-calls" aria-label={t('result')}>
        <span className="muted">{t('result')}</span>
        {callResults.map((result) =>
          result === 'call_back' ? (
            <MenuButton
              key={result}
              size="small"
              items={laterChoices(now).map((choice) => ({ key: choice.key, label: say(choice) }))}
              onChoose={(key) => record(result, laterChoices(now).find((choice) => choice.key === key)?.at)}
            >
              {say(callResultWords[result])} ▾
            </MenuButton>
          ) : (
            <Button key={result} size="small" disabled={call.pending} onClick={() => record(result)}>
              {say(callResultWords[result])}
            </Button>
          ),
        )}
        <Input
          size="small"
          style={{ flex: '1 1 140px', minWidth: 120 }}
          maxLength={500}
          aria-label={t('note')}
          placeholder={t('note')}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </fieldset>
    </>
  );
}
