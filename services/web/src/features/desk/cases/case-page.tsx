import { changeCase, getCase, listCases, makeNeedOfCase, type CaseView } from '@duijie/contracts';
import { Alert, Button, Input, Skeleton } from 'antd';
import { useId, useState } from 'react';
import { Link, useParams } from 'react-router';
import { useCall } from '../../../api/use-call';
import { DescriptionList } from '../../../kit/description-list';
import { Field, FormProblem } from '../../../kit/form-problem';
import { PageHead } from '../../../kit/page-head';
import { ProblemAlert } from '../../../kit/problem-alert';
import { Section } from '../../../kit/section';
import { StateTag } from '../../../kit/state-tag';
import { useAct } from '../../../kit/use-act';
import { defineWords } from '../../../words/define-words';
import { ContactsPart } from '../contacts-part';
import '../desk.css';
import { caseStateWords } from './case-states';

const useWords = defineWords('case', {
  zh: {
    back: '← 在办事项',
    poster: '需求方',
    counterpart: '服务方',
    place: '地区',
    contact: '联系人',
    progress: '进展',
    note: '备注',
    assignee: '经办',
    next: '下一步',
    nextStep: '做什么',
    nextOn: '哪天',
    save: '保存',
    saved: '已保存',
    done: '办结',
    drop: '不办了',
    again: '重新办理',
    make: '转为平台需求（草稿）',
    publish: '转为需求并提交',
    made: '已转为需求',
    need: '打开需求',
    outside: '不在平台上',
    contacts: '沟通与跟进',
    draft: '已存为草稿：{{why}}',
  },
  en: {
    back: '← Cases',
    poster: 'Poster',
    counterpart: 'Counterpart',
    place: 'Where',
    contact: 'Contact',
    progress: 'Progress',
    note: 'Note',
    assignee: 'With',
    next: 'Next step',
    nextStep: 'What',
    nextOn: 'On which day',
    save: 'Save',
    saved: 'Saved',
    done: 'Done',
    drop: 'Drop it',
    again: 'Take it up again',
    make: 'Make it a need (draft)',
    publish: 'Make it a need and submit',
    made: 'It is a need now',
    need: 'Open the need',
    outside: 'not on the platform',
    contacts: 'Contacts and follow-ups',
    draft: 'It stayed a draft: {{why}}',
  },
});

/** A case with its next step, its log, and the way onto the platform. */
export function CasePage() {
  const t = useWords();
  const { caseId = '' } = useParams();
  const found = useCall(getCase, { params: { caseId } });
  return (
    <>
      <ProblemAlert error={found.error} again={() => void found.refetch()} />
      {found.isPending ? <Skeleton active /> : null}
      {found.data ? (
        <>
          <Facts item={found.data} />
          <NextStep key={found.data.version} item={found.data} />
          <Section title={t('contacts')}>
            <ContactsPart about={{ caseId }} />
          </Section>
        </>
      ) : null}
    </>
  );
}

function Facts({ item }: { readonly item: CaseView }) {
  const t = useWords();
  const touched = [getCase, listCases] as const;
  const change = useAct(changeCase, touched, t('saved'));
  const make = useAct(makeNeedOfCase, touched, t('made'));
  const [kept, setKept] = useState<string | null>(null);
  const one = { params: { caseId: item.id }, ifMatch: item.version };
  const turn = (publish: boolean): void =>
    make.act({ ...one, body: { publish } }, ({ notPublished }) => setKept(notPublished));
  const party = (side: CaseView['poster'] | null): string | null =>
    side === null ? null : side.organisationId === null ? `${side.name} · ${t('outside')}` : side.name;
  return (
    <>
      <PageHead
        before={<Link to="/desk/cases">{t('back')}</Link>}
        title={item.title}
        after={<StateTag vocabulary={caseStateWords} code={item.state} />}
        actions={
          <>
            {item.needId === null && item.state === 'open' ? (
              <>
                <Button type="primary" loading={make.pending} onClick={() => turn(true)}>
                  {t('publish')}
                </Button>
                <Button disabled={make.pending} onClick={() => turn(false)}>
                  {t('make')}
                </Button>
              </>
            ) : null}
            {item.state === 'open' ? (
              <>
                <Button onClick={() => change.act({ ...one, body: { state: 'done' } })}>{t('done')}</Button>
                <Button type="text" onClick={() => change.act({ ...one, body: { state: 'dropped' } })}>
                  {t('drop')}
                </Button>
              </>
            ) : (
              <Button onClick={() => change.act({ ...one, body: { state: 'open' } })}>{t('again')}</Button>
            )}
          </>
        }
      />
      {kept === null ? null : <Alert type="info" title={t('draft', { why: kept })} style={{ marginBottom: 12 }} />}
      <div className="kit-card kit-card-body kit-section">
        {item.needId === null ? null : (
          <p>
            <Link to={`/needs/${item.needId}`}>{t('need')}</Link>
          </p>
        )}
        <DescriptionList
          facts={[
            { name: t('poster'), value: party(item.poster) },
            { name: t('counterpart'), value: party(item.counterpart) },
            { name: t('place'), value: [item.district, item.subdistrict].filter(Boolean).join(' ') },
            item.contact
              ? { name: t('contact'), value: [item.contact.name, item.contact.phone].filter(Boolean).join(' ') }
              : null,
            { name: t('assignee'), value: item.assignee?.name ?? null },
            { name: t('progress'), value: item.progress, wide: true },
            { name: t('note'), value: item.note, wide: true },
          ]}
        />
      </div>
    </>
  );
}

function NextStep({ item }: { readonly item: CaseView }) {
  const t = useWords();
  const id = useId();
  const [nextStep, setNextStep] = useState(item.nextStep ?? '');
  const [nextOn, setNextOn] = useState(item.nextOn ?? '');
  const save = useAct(changeCase, [getCase, listCases], t('saved'), true);
  return (
    <Section title={t('next')}>
      <form
        className="kit-row"
        style={{ alignItems: 'flex-end' }}
        onSubmit={(event) => {
          event.preventDefault();
          const step = nextStep.trim();
          save.act({
            params: { caseId: item.id },
            ifMatch: item.version,
            body: { nextStep: step === '' ? null : step, nextOn: step === '' || nextOn === '' ? null : nextOn },
          });
        }}
      >
        <div style={{ flex: '1 1 220px' }}>
          <Field label={t('nextStep')} htmlFor={`${id}-step`} pointer="/nextStep" error={save.error}>
            <Input
              id={`${id}-step`}
              maxLength={200}
              value={nextStep}
              onChange={({ target }) => setNextStep(target.value)}
            />
          </Field>
        </div>
        <Field label={t('nextOn')} htmlFor={`${id}-on`} pointer="/nextOn" error={save.error}>
          <Input id={`${id}-on`} type="date" value={nextOn} onChange={({ target }) => setNextOn(target.value)} />
        </Field>
        <Button htmlType="submit" loading={save.pending} style={{ marginBottom: 14 }}>
          {t('save')}
        </Button>
      </form>
      <FormProblem error={save.error} fields={['/nextStep', '/nextOn']} />
    </Section>
  );
}
