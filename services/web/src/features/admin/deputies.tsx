import { endDelegation, getMe, listDelegations, type DelegationView } from '@duijie/contracts';
import { dayOf } from '@duijie/domain-kit';
import { Button, Popconfirm, Tag } from 'antd';
import { useState } from 'react';
import { usePages } from '../../api/use-call';
import { DayText } from '../../kit/day-text';
import { ProblemAlert } from '../../kit/problem-alert';
import { Section } from '../../kit/section';
import { useAct } from '../../kit/use-act';
import { useNow } from '../../kit/use-now';
import { useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';
import { DeputyForm } from './deputy-form';

const useWords = defineWords('deputies', {
  zh: {
    title: '外出代理',
    about: '您外出期间，由同事以您的身份办理，每一步都记明是代您办的。只能由本人指定，最长 180 天',
    deputising: '您现在是代他人办理，不能再委托别人',
    name: '指定代理人',
    ended: '代理已结束',
    none: '没有代理安排',
    line: '{{absent}} 外出，由 {{deputy}} 代理',
    to: '至',
    ahead: '未开始',
    running: '代理中',
    over: '已结束',
    end: '提前结束',
    endOf: '提前结束 {{deputy}} 的代理',
    sure: '结束后对方不能再以这个身份办理',
    yes: '结束',
    no: '不结束',
    more: '更早的安排',
  },
  en: {
    title: 'Deputies',
    about:
      'While you are away a colleague works with your role, and each step is recorded as done in your place. You name your own deputy, for at most 180 days',
    deputising: 'You work in the place of somebody else now, and cannot name a deputy',
    name: 'Name a deputy',
    ended: 'Ended',
    none: 'Nobody has a deputy',
    line: '{{absent}} is away, {{deputy}} stands in',
    to: 'to',
    ahead: 'not begun',
    running: 'in force',
    over: 'over',
    end: 'End early',
    endOf: 'End early: {{deputy}}',
    sure: 'They can no longer work with this role',
    yes: 'End it',
    no: 'Go on',
    more: 'Earlier ones',
  },
});

function Delegation({ one, mayEnd }: { readonly one: DelegationView; readonly mayEnd: boolean }) {
  const t = useWords();
  const now = useNow();
  const end = useAct(endDelegation, [listDelegations, getMe], t('ended'));
  const [from, until] = [Date.parse(one.from), Date.parse(one.until)];
  const state = one.endedAt !== null || until <= now ? 'over' : from > now ? 'ahead' : 'running';
  return (
    <li className="kit-row kit-row-spread" style={{ padding: '6px 0' }}>
      <span className="kit-row">
        <b>{t('line', { absent: one.absent.name, deputy: one.deputy.name })}</b>
        <span className="muted">
          {/* The end is the moment after the last day. */}
          <DayText day={dayOf(new Date(from))} /> {t('to')} <DayText day={dayOf(new Date(until - 1))} />
        </span>
        <Tag color={state === 'running' ? 'success' : 'default'}>{t(state)}</Tag>
      </span>
      {mayEnd && state !== 'over' ? (
        <Popconfirm
          title={t('sure')}
          okText={t('yes')}
          cancelText={t('no')}
          onConfirm={() => end.act({ params: { delegationId: one.id }, ifMatch: one.version })}
        >
          <Button size="small" aria-label={t('endOf', { deputy: one.deputy.name })} loading={end.pending}>
            {t('end')}
          </Button>
        </Popconfirm>
      ) : null}
    </li>
  );
}

/** Who stands in for whom in an organisation: one's own absences, or everybody's for its heads. */
export function Deputies({ organisationId, heads }: { readonly organisationId: string; readonly heads: boolean }) {
  const t = useWords();
  const { me } = useSession();
  const [naming, setNaming] = useState(false);
  const pages = usePages<typeof listDelegations, DelegationView>(listDelegations, {
    params: { organisationId },
    query: { limit: 20 },
  });
  if (!me) return null;
  const deputising = me.inPlaceOf !== null;
  return (
    <Section
      title={t('title')}
      extra={naming || deputising ? null : <Button onClick={() => setNaming(true)}>{t('name')}</Button>}
    >
      <p className="muted">{t(deputising ? 'deputising' : 'about')}</p>
      {naming && !deputising ? (
        <DeputyForm organisationId={organisationId} self={me.person.id} onDone={() => setNaming(false)} />
      ) : null}
      <ProblemAlert error={pages.error} again={() => void pages.refetch()} />
      {pages.isSuccess && pages.items.length === 0 ? <p className="muted">{t('none')}</p> : null}
      <ul className="kit-plain-list">
        {pages.items.map((one) => (
          <Delegation key={one.id} one={one} mayEnd={heads || one.absent.id === me.person.id} />
        ))}
      </ul>
      {pages.hasNextPage ? (
        <Button size="small" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
    </Section>
  );
}
