import { getDeskTask, getNeed, type DeskTaskView } from '@duijie/contracts';
import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button, Skeleton, Tabs, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useCall } from '../../api/use-call';
import { Deadline } from '../../kit/deadline';
import { MenuButton } from '../../kit/menu-button';
import { OnBehalfModal } from '../../kit/on-behalf-modal';
import { ProblemAlert } from '../../kit/problem-alert';
import { Section } from '../../kit/section';
import { ScreenBar } from '../../kit/screen-bar';
import { StateTag } from '../../kit/state-tag';
import { useNow } from '../../kit/use-now';
import { useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { CallBar } from './call-bar';
import { ContactsPart } from './contacts-part';
import { taskKinds } from './desk-vocabularies';
import { DispatchModal } from './dispatch-modal';
import { IntroductionsPart } from './introductions-part';
import { laterChoices } from './later';
import { MatchesPart } from './matches-part';
import { NeedBrief } from './need-brief';
import { useTaskActs } from './use-task-acts';

const useWords = defineWords('task-panel', {
  zh: {
    back: '回到列表',
    claim: '抢单',
    give: '派单',
    release: '放回',
    later: '推迟',
    done: '完成',
    behalf: '代为办理',
    subject: '打开详情',
    need: '需求',
    matches: '匹配与推介',
    introductions: '推介进展',
    contacts: '沟通与跟进',
    whose: '由 {{name}} 办理',
    finished: '已办结',
  },
  en: {
    back: 'Back to the list',
    claim: 'Claim',
    give: 'Give to…',
    release: 'Give back',
    later: 'Put off',
    done: 'Done',
    behalf: 'On behalf…',
    subject: 'Open it',
    need: 'The need',
    matches: 'Matches',
    introductions: 'Introductions',
    contacts: 'Contacts',
    whose: 'with {{name}}',
    finished: 'Done',
  },
});
const pages = {
  introduction: '/introductions',
  response: '/responses',
  lot: '/lots',
  agreement: '/agreements',
} as const;
/** Needs to which somebody may still be introduced. */
const taking: ReadonlySet<string> = new Set(['published', 'responding']);
const hasPage = (type: string): type is keyof typeof pages => Object.hasOwn(pages, type);

/** Everything that is needed to deal with one task. */
export function TaskPanel({ taskId, onClose }: { readonly taskId: string; readonly onClose: () => void }) {
  const t = useWords();
  const found = useCall(getDeskTask, { params: { taskId } }, { everyMs: 5000 });
  if (found.isPending)
    return (
      <div className="kit-card kit-card-body">
        <Skeleton active paragraph={{ rows: 8 }} />
      </div>
    );
  return (
    <>
      <Button type="text" size="small" icon={<ArrowLeftOutlined aria-hidden />} className="desk-back" onClick={onClose}>
        {t('back')}
      </Button>
      <ProblemAlert error={found.error} again={() => void found.refetch()} />
      {found.data ? <Task key={found.data.id} task={found.data} /> : null}
    </>
  );
}

function Task({ task }: { readonly task: DeskTaskView }) {
  const t = useWords();
  const { say } = useLanguage();
  const now = useNow();
  const { me } = useSession();
  const acts = useTaskActs();
  const need = useCall(getNeed, { params: { needId: task.needId ?? '' } }, { enabled: task.needId !== null });
  const [giving, setGiving] = useState(false);
  const [behalf, setBehalf] = useState(false);
  const one = { params: { taskId: task.id }, ifMatch: task.version };
  const mine = task.assignee?.personId === me?.person.id;
  const open = task.state === 'open';
  const party = task.subject.type === 'introduction' || !task.poster ? task.provider : task.poster;
  const { type, id } = task.subject;
  return (
    <>
      <Section
        title={
          <span className="kit-row">
            <StateTag vocabulary={taskKinds} code={task.kind} /> {task.title}
          </span>
        }
      >
        <p style={{ marginTop: 0 }}>{say(task.details)}</p>
        <p className="kit-row">
          {open ? <Deadline at={task.dueAt} /> : <Tag color="success">{t('finished')}</Tag>}
          {task.assignee ? <Tag>{t('whose', { name: task.assignee.name })}</Tag> : null}
          {hasPage(type) ? <Link to={`${pages[type]}/${id}`}>{t('subject')}</Link> : null}
        </p>
        {open ? (
          <>
            {task.kind === 'screen' && need.data ? <ScreenBar need={need.data} /> : null}
            <div className="kit-actions" style={{ marginBottom: 12 }}>
              {task.assignee === null ? (
                <Button
                  type={task.kind === 'screen' ? 'default' : 'primary'}
                  loading={acts.claim.pending}
                  onClick={() => acts.claim.act(one)}
                >
                  {t('claim')}
                </Button>
              ) : null}
              <Button loading={acts.finish.pending} onClick={() => acts.finish.act({ ...one, body: {} })}>
                {t('done')}
              </Button>
              <MenuButton
                items={laterChoices(now).map((choice) => ({ key: choice.key, label: say(choice) }))}
                onChoose={(key) => {
                  const until = laterChoices(now).find((choice) => choice.key === key)?.at;
                  if (until) acts.snooze.act({ ...one, body: { until } });
                }}
              >
                {t('later')} ▾
              </MenuButton>
              <Button onClick={() => setGiving(true)}>{t('give')}</Button>
              {mine ? (
                <Button type="text" loading={acts.release.pending} onClick={() => acts.release.act(one)}>
                  {t('release')}
                </Button>
              ) : null}
              {party ? (
                <Button type="text" onClick={() => setBehalf(true)}>
                  {t('behalf')}
                </Button>
              ) : null}
            </div>
            <CallBar task={task} />
          </>
        ) : null}
      </Section>
      {task.needId === null ? (
        <Section title={t('contacts')}>
          <ContactsPart about={aboutOf(task)} />
        </Section>
      ) : (
        <div className="desk-pair">
          <Section title={t('need')}>
            <ProblemAlert error={need.error} />
            {need.data ? <NeedBrief need={need.data} /> : <Skeleton active />}
          </Section>
          <div className="kit-card kit-card-body">
            <Tabs
              size="small"
              defaultActiveKey={tabOf(task)}
              items={[
                {
                  key: 'matches',
                  label: t('matches'),
                  children: (
                    <MatchesPart needId={task.needId} published={need.data ? taking.has(need.data.state) : false} />
                  ),
                },
                {
                  key: 'introductions',
                  label: t('introductions'),
                  children: <IntroductionsPart needId={task.needId} />,
                },
                { key: 'contacts', label: t('contacts'), children: <ContactsPart about={{ needId: task.needId }} /> },
              ]}
            />
          </div>
        </div>
      )}
      {giving ? <DispatchModal task={task} onClose={() => setGiving(false)} /> : null}
      {behalf && party ? (
        <OnBehalfModal
          organisation={{ id: party.organisationId, name: party.name }}
          then={hasPage(type) ? `${pages[type]}/${id}` : task.needId === null ? '/' : `/needs/${task.needId}`}
          onClose={() => setBehalf(false)}
        />
      ) : null}
    </>
  );
}

const tabOf = ({ kind }: DeskTaskView): string =>
  kind === 'flag' || kind === 'answer_outstanding'
    ? 'introductions'
    : kind === 'follow_up' || kind === 'delivery_overdue' || kind === 'objection' || kind === 'deciding'
      ? 'contacts'
      : 'matches';

/** A task without a need is about an organisation, or about its introduction. */
function aboutOf({ subject, provider, poster }: DeskTaskView) {
  if (subject.type === 'introduction') return { introductionId: subject.id };
  const organisationId = provider?.organisationId ?? poster?.organisationId;
  return organisationId === undefined ? {} : { organisationId };
}
