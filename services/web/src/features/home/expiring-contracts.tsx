import { listCompounds, type CompoundSummary } from '@duijie/contracts';
import { addDays, dayOf } from '@duijie/domain-kit';
import { Link } from 'react-router';
import { usePages } from '../../api/use-call';
import { ContractEnd } from '../../kit/contract-end';
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
  },
  en: {
    title: 'Our property contracts that end',
    all: 'All compounds',
    none: 'No contract ends within a year',
  },
});
const aheadDays = 365;

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
        {list.items.map(({ id, name, contractEndsOn }) => (
          <li key={id} className="home-waiting">
            <div className="home-waiting-text">
              <Link to={`/compounds/${id}`} className="home-waiting-title">
                {name}
              </Link>
              <div className="muted">
                <ContractEnd day={contractEndsOn} />
              </div>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
