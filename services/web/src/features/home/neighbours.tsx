import { joinNeed, listNeedJoins, listNeeds, type NeedSummary } from '@duijie/contracts';
import { Button, Skeleton, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { usePages } from '../../api/use-call';
import { Budget } from '../../kit/money';
import { ProblemAlert } from '../../kit/problem-alert';
import { Section } from '../../kit/section';
import { useAct } from '../../kit/use-act';
import { useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('neighbours', {
  zh: {
    title: '邻近社区在征集',
    why: '有同样的需要？一键加入，人多更好谈',
    join: '我也要',
    joined: '已加入，进展会通知您',
    in: '已加入',
    none: '本区目前没有其他社区的需求',
  },
  en: {
    title: 'Neighbours ask for',
    why: 'You need the same? Join by one tap',
    join: 'We too',
    joined: 'Joined: you will hear how it goes on',
    in: 'Joined',
    none: 'No other community of your district asks for anything now',
  },
});

/** Open needs of other posters in one's own district, to be joined by one tap (我也要). */
export function Neighbours() {
  const t = useWords();
  const { me } = useSession();
  const own = me?.actingFor ?? null;
  const needs = usePages<typeof listNeeds, NeedSummary>(
    listNeeds,
    { query: { limit: 20, ...(own?.district ? { district: own.district } : {}) } },
    { enabled: own?.district !== null },
  );
  const joining = useAct(joinNeed, [listNeedJoins], t('joined'));
  const [joined, setJoined] = useState<ReadonlySet<string>>(new Set());
  const others = needs.items.filter(({ organisationId }) => organisationId !== own?.organisationId).slice(0, 6);
  const near = ({ place }: NeedSummary): number => Number(place.subdistrict !== own?.subdistrict);
  if (own?.district === null) return null;
  return (
    <Section title={t('title')}>
      <ProblemAlert error={needs.error} again={() => void needs.refetch()} />
      {needs.isPending ? <Skeleton active /> : null}
      {needs.isSuccess ? <p className="muted">{t(others.length === 0 ? 'none' : 'why')}</p> : null}
      <ul className="kit-plain-list">
        {others
          .toSorted((a, b) => near(a) - near(b))
          .map((need) => (
            <li key={need.id} className="home-waiting">
              <div className="home-waiting-text">
                <Link to={`/needs/${need.id}`} className="home-waiting-title">
                  {need.title}
                </Link>
                <div className="muted">
                  {need.organisationName} · <Budget money={need.money} />
                </div>
              </div>
              {joined.has(need.id) ? (
                <Tag color="success">{t('in')}</Tag>
              ) : (
                <Button
                  size="small"
                  disabled={joining.pending}
                  onClick={() =>
                    joining.act({ params: { needId: need.id }, body: {} }, () =>
                      setJoined(new Set([...joined, need.id])),
                    )
                  }
                >
                  {t('join')}
                </Button>
              )}
            </li>
          ))}
      </ul>
    </Section>
  );
}
