import {
  answerObjection,
  decideObjection,
  listLotObjections,
  passObjectionOn,
  type LotView,
  type ObjectionView,
} from '@duijie/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { usePages } from '../../../api/use-call';
import { Deadline } from '../../../kit/deadline';
import { objectionStates } from '../../../kit/objection-states';
import { ReasonModal } from '../../../kit/reason-modal';
import { StateTag } from '../../../kit/state-tag';
import { useAct } from '../../../kit/use-act';
import { When } from '../../../kit/when';
import { useSession } from '../../../session/session';
import { defineWords } from '../../../words/define-words';
import { touchedByDeal } from '../touched';
import type { Standing } from '../use-standing';

const useWords = defineWords('need-objections', {
  zh: {
    title: '疑问与异议',
    unnamed: '未署名的疑问',
    answer: '答复',
    answerTitle: '答复疑问或异议',
    answerLabel: '答复内容',
    answered: '已答复',
    due: '答复截止',
    said: '答复：{{text}}',
    pass: '匿名转达给发布方',
    passHow: '可以改措辞，以免看出是谁问的。',
    passLabel: '转达的内容',
    passNow: '转达',
    passed: '已转达',
    concerned: '本机构起草或审核过这条需求：转达和裁定由街道或其他机构办理。',
    uphold: '异议成立',
    dismiss: '异议不成立',
    decideTitle: '裁定异议',
    upholdWhy: '成立则取消结果，重新确定；原承接方不再参加。',
    dismissWhy: '不成立则结果照旧。',
    decided: '已裁定',
    decision: '裁定：{{text}}',
  },
  en: {
    title: 'Questions and objections',
    unnamed: 'A question, unnamed',
    answer: 'Answer',
    answerTitle: 'Answer it',
    answerLabel: 'Answer',
    answered: 'Answered',
    due: 'Answer due',
    said: 'Answer: {{text}}',
    pass: 'Pass on, unnamed',
    passHow: 'It may be put in other words, so that they do not tell who asks.',
    passLabel: 'What is passed on',
    passNow: 'Pass on',
    passed: 'Passed on',
    concerned:
      'Your organisation drafted or screened this need: the subdistrict or another body passes on and decides.',
    uphold: 'Uphold',
    dismiss: 'Dismiss',
    decideTitle: 'Decide the objection',
    upholdWhy: 'Upheld, the award is cancelled and decided again without its winner.',
    dismissWhy: 'Dismissed, the result stands.',
    decided: 'Decided',
    decision: 'Decision: {{text}}',
  },
});

type Asking = 'answer' | 'pass' | 'upheld' | 'dismissed' | null;

function Objection({
  item,
  standing,
  concerned,
}: {
  readonly item: ObjectionView;
  readonly standing: Standing;
  readonly concerned: boolean;
}) {
  const t = useWords();
  const [asking, setAsking] = useState<Asking>(null);
  const touched = [...touchedByDeal, listLotObjections];
  const answer = useAct(answerObjection, touched, t('answered'), true);
  const decide = useAct(decideObjection, touched, t('decided'), true);
  const pass = useAct(passObjectionOn, touched, t('passed'), true);
  const one = { params: { objectionId: item.id }, ifMatch: item.version };
  const unanswered = item.answer === null && (item.state === 'asked' || item.state === 'formal');
  const settles = standing.broker || standing.officer;
  const toPass = settles && item.state === 'asked' && item.passedAt === null;
  const toDecide = settles && item.state === 'formal';
  return (
    <li>
      <div className="kit-row kit-row-spread">
        <b>{item.organisationName ?? t('unnamed')}</b>
        <StateTag vocabulary={objectionStates} code={item.state} />
      </div>
      <p className="kit-prose">{item.passedText ?? item.text}</p>
      <div className="muted">
        <When at={item.raisedAt} />{' '}
        {item.answerDueAt && unanswered ? (
          <>
            {t('due')} <Deadline at={item.answerDueAt} />
          </>
        ) : null}
      </div>
      {item.answer ? <p className="kit-prose">{t('said', { text: item.answer })}</p> : null}
      {item.decision ? <p className="kit-prose">{t('decision', { text: item.decision })}</p> : null}
      <div className="kit-row">
        {standing.poster && unanswered ? (
          <Button size="small" type="primary" onClick={() => setAsking('answer')}>
            {t('answer')}
          </Button>
        ) : null}
        {concerned && (toPass || toDecide) ? <span className="muted">{t('concerned')}</span> : null}
        {toPass && !concerned ? (
          <Button size="small" onClick={() => setAsking('pass')}>
            {t('pass')}
          </Button>
        ) : null}
        {toDecide && !concerned ? (
          <>
            <Button size="small" danger onClick={() => setAsking('upheld')}>
              {t('uphold')}
            </Button>
            <Button size="small" onClick={() => setAsking('dismissed')}>
              {t('dismiss')}
            </Button>
          </>
        ) : null}
      </div>
      {asking === 'answer' ? (
        <ReasonModal
          title={t('answerTitle')}
          label={t('answerLabel')}
          confirm={t('answer')}
          pending={answer.pending}
          error={answer.error}
          onCancel={() => setAsking(null)}
          onConfirm={(text) => answer.act({ ...one, body: { text } }, () => setAsking(null))}
        />
      ) : null}
      {asking === 'pass' ? (
        <ReasonModal
          title={t('pass')}
          explanation={t('passHow')}
          label={t('passLabel')}
          confirm={t('passNow')}
          initial={item.text}
          most={2000}
          pending={pass.pending}
          error={pass.error}
          onCancel={() => setAsking(null)}
          onConfirm={(text) =>
            pass.act({ ...one, body: text === item.text.trim() ? {} : { text } }, () => setAsking(null))
          }
        />
      ) : null}
      {asking === 'upheld' || asking === 'dismissed' ? (
        <ReasonModal
          title={t('decideTitle')}
          explanation={t(asking === 'upheld' ? 'upholdWhy' : 'dismissWhy')}
          confirm={t(asking === 'upheld' ? 'uphold' : 'dismiss')}
          danger={asking === 'upheld'}
          pending={decide.pending}
          error={decide.error}
          onCancel={() => setAsking(null)}
          onConfirm={(reason) => decide.act({ ...one, body: { outcome: asking, reason } }, () => setAsking(null))}
        />
      ) : null}
    </li>
  );
}

/** Questions and objections to the results of a lot, as far as the caller may see them; nothing while there are none. */
export function ObjectionsPart({ lot, standing }: { readonly lot: LotView; readonly standing: Standing }) {
  const t = useWords();
  const own = useSession().me?.actingFor?.organisationId ?? '';
  const pages = usePages<typeof listLotObjections, ObjectionView>(listLotObjections, {
    params: { lotId: lot.id },
    query: { limit: 20 },
  });
  if (pages.items.length === 0) return null;
  return (
    <>
      <h3 className="kit-subheading">{t('title')}</h3>
      <ul className="kit-plain-list need-blocks">
        {pages.items.map((item) => (
          <Objection
            key={item.id}
            item={item}
            standing={standing}
            concerned={lot.need.flaggedOrganisationIds?.includes(own) ?? false}
          />
        ))}
      </ul>
    </>
  );
}
