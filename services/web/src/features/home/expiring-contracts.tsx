import { listCompounds, type CompoundSummary } from '@duijie/contracts';
import { addDays, dayOf, daysBetween } from '@duijie/domain-kit';
import { Tag } from 'antd';
import { Link } from 'react-router';
import { usePages } from '../../api/use-call';
import { DayText } from '../../kit/day-text';
import { ProblemAlert } from '../../kit/problem-alert';
import { Section } from '../../kit/section';
import { useNow } from '../../kit/use-now';
import { useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('expiring-contracts', {
  zh: {
    title: '我们的物业合同到期',
    all: '全部小区',
    none: '一年内没有到期的物业合同',
    over: '已到期',
    left: '还有 {{n}} 天',
  },
  en: {
    title: 'Our property contracts that end',
    all: 'All compounds',
    none: 'No contract ends within a year',
    over: 'expired',
    left: '{{n}} days left',
  },
});
const aheadDays = 365;
const soonDays = 180;

/** Compounds of a property firm whose contracts end within a year, the soonest first. */
export function ExpiringContracts() {
  const t = useWords();
  const { me } = useSession();
  const today = dayOf(new Date(useNow()));
  const firmId = me?.actingFor?.organisationId ?? '';
  const list = usePages<typeof listCompounds, CompoundSummary>(
    listCompounds,
    { query: { limit: 6, firmId, contractEndsBy: addDays(today, aheadDays) } },
    { enabled: firmId !== '' },
  );
  return (
    <Section title={t('title')} extra={<Link to="/compounds">{t('all')}</Link>}>
      <ProblemAlert error={list.error} again={() => void list.refetch()} />
      {list.isSuccess && list.items.length === 0 ? <p className="muted">{t('none')}</p> : null}
      <ul className="kit-plain-list">
        {list.items.map(({ id, name, contractEndsOn }) => {
          const left = contractEndsOn === null ? null : daysBetween(today, contractEndsOn);
          return (
            <li key={id} className="home-waiting">
              <div className="home-waiting-text">
                <Link to={`/compounds/${id}`} className="home-waiting-title">
                  {name}
                </Link>
                <div className="muted">
                  <DayText day={contractEndsOn} />
                </div>
              </div>
              {left === null ? null : (
                <Tag color={left < 0 ? 'error' : left <= soonDays ? 'warning' : 'default'}>
                  {left < 0 ? t('over') : t('left', { n: left })}
                </Tag>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
