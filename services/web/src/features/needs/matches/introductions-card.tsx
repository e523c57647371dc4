import {
  introduce,
  listNeedIntroductions,
  providerKinds,
  withdrawIntroduction,
  type IntroductionView,
  type NeedView,
} from '@duijie/contracts';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { usePages } from '../../../api/use-call';
import { IntroductionContacts } from '../../../kit/introduction-contacts';
import { conflictWords, introductionWords } from '../../../kit/introduction-states';
import { Moment } from '../../../kit/moment';
import { OrganisationSelect, type ChosenOrganisation } from '../../../kit/organisation-select';
import { ProblemAlert } from '../../../kit/problem-alert';
import { Section } from '../../../kit/section';
import { StateTag } from '../../../kit/state-tag';
import { useAct } from '../../../kit/use-act';
import { When } from '../../../kit/when';
import { defineWords } from '../../../words/define-words';
import { useLanguage } from '../../../words/language';
import { touchedByMatching } from '../touched';
import type { Standing } from '../use-standing';

const useWords = defineWords('need-introductions', {
  zh: {
    title: '推介',
    none: '还没有推介。从匹配里推介，或推介一家你们熟悉的服务方',
    known: '推介熟悉的服务方',
    introduce: '推介',
    introduced: '已推介，对方会收到通知',
    by: '{{name}} 推介',
    answer: '答复：{{text}}',
    meeting: '会面',
    contacts: '看联系人',
    hide: '收起联系人',
    open: '会面与纪要',
    withdraw: '撤回',
    withdrawn: '已撤回推介',
    more: '显示更多',
  },
  en: {
    title: 'Introductions',
    none: 'None yet. Introduce from the matches, or a provider you know',
    known: 'Introduce a provider you know',
    introduce: 'Introduce',
    introduced: 'Introduced: the provider is told',
    by: 'introduced by {{name}}',
    answer: 'Answer: {{text}}',
    meeting: 'Meeting',
    contacts: 'Show contacts',
    hide: 'Hide contacts',
    open: 'Meeting and minutes',
    withdraw: 'Withdraw',
    withdrawn: 'Withdrawn',
    more: 'Show more',
  },
});

function Introduction({ item, standing }: { readonly item: IntroductionView; readonly standing: Standing }) {
  const t = useWords();
  const { colon } = useLanguage();
  const [shown, setShown] = useState(false);
  const withdraw = useAct(withdrawIntroduction, touchedByMatching, t('withdrawn'));
  const lives = item.state === 'introduced' || item.state === 'interested';
  const mayWithdraw = lives && ((standing.poster && item.by === 'poster') || standing.broker);
  return (
    <li>
      <div className="kit-row kit-row-spread">
        <b>{item.organisationName}</b>
        <StateTag vocabulary={introductionWords} code={item.state} />
      </div>
      <div className="muted">
        {item.packageTitle ? `${item.packageTitle} · ` : ''}
        {t('by', { name: item.introducedBy.organisationName })}{' '}
        {item.introducedAt ? <When at={item.introducedAt} /> : null}
      </div>
      {item.reason ? <div>{t('answer', { text: item.reason })}</div> : null}
      {item.conflict.outcome === 'clear' ? null : <StateTag vocabulary={conflictWords} code={item.conflict.outcome} />}
      {item.meeting ? (
        <div>
          {t('meeting')}
          {colon}
          <Moment at={item.meeting.at} /> {item.meeting.place}
        </div>
      ) : null}
      <div className="kit-row">
        {lives ? (
          <Button size="small" aria-expanded={shown} onClick={() => setShown(!shown)}>
            {t(shown ? 'hide' : 'contacts')}
          </Button>
        ) : null}
        <Link to={`/introductions/${item.id}`}>{t('open')}</Link>
        {mayWithdraw ? (
          <Button
            size="small"
            type="text"
            loading={withdraw.pending}
            onClick={() => withdraw.act({ params: { introductionId: item.id }, ifMatch: item.version, body: {} })}
          >
            {t('withdraw')}
          </Button>
        ) : null}
      </div>
      {shown ? <IntroductionContacts introductionId={item.id} /> : null}
    </li>
  );
}

function IntroduceKnown({ needId }: { readonly needId: string }) {
  const t = useWords();
  const [chosen, setChosen] = useState<ChosenOrganisation | null>(null);
  const act = useAct(introduce, touchedByMatching, t('introduced'));
  return (
    <details className="need-parts">
      <summary>{t('known')}</summary>
      <div className="kit-row" style={{ marginTop: 6 }}>
        <div style={{ flex: '1 1 220px', minWidth: 0 }}>
          <OrganisationSelect label={t('known')} kinds={providerKinds} value={chosen} onChange={setChosen} />
        </div>
        <Button
          disabled={!chosen}
          loading={act.pending}
          onClick={() => {
            if (chosen) act.act({ body: { needId, providers: [{ providerId: chosen.id }] } }, () => setChosen(null));
          }}
        >
          {t('introduce')}
        </Button>
      </div>
    </details>
  );
}

/** Whom the need was introduced to, what they answered, and how to reach them. */
export function IntroductionsCard({ need, standing }: { readonly need: NeedView; readonly standing: Standing }) {
  const t = useWords();
  const pages = usePages<typeof listNeedIntroductions, IntroductionView>(
    listNeedIntroductions,
    { params: { needId: need.id }, query: { limit: 10 } },
    { mayBeNew: true },
  );
  const open = need.state === 'published' || need.state === 'responding';
  return (
    <Section title={t('title')}>
      <ProblemAlert error={pages.error} again={() => void pages.refetch()} />
      {pages.isPending ? <Skeleton active /> : null}
      {pages.isSuccess && pages.items.length === 0 ? <p className="muted">{t('none')}</p> : null}
      <ul className="kit-plain-list need-blocks">
        {pages.items.map((item) => (
          <Introduction key={item.id} item={item} standing={standing} />
        ))}
      </ul>
      {pages.hasNextPage ? (
        <Button size="small" onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
      {open && (standing.poster || standing.broker) ? <IntroduceKnown needId={need.id} /> : null}
    </Section>
  );
}
