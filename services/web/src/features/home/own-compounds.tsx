import { getOrganisation, listCompounds, type CompoundSummary } from '@duijie/contracts';
import { propertyStates } from '@duijie/domain-kit';
import { Link } from 'react-router';
import { useCall, usePages } from '../../api/use-call';
import { ContractEnd } from '../../kit/contract-end';
import { ProblemAlert } from '../../kit/problem-alert';
import { Section } from '../../kit/section';
import { StateTag } from '../../kit/state-tag';
import { useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('own-compounds', {
  zh: {
    title: '小区档案',
    all: '全部小区',
    households: '{{n}} 户',
    ends: '物业合同到期',
    none: '本社区还没有登记的小区（院落）',
  },
  en: {
    title: 'Our compounds',
    all: 'All compounds',
    households: '{{n}} households',
    ends: 'Contract ends',
    none: 'No compound of the community is entered yet',
  },
});

/** Compounds of a community, each leading to its dossier. */
export function OwnCompounds() {
  const t = useWords();
  const { me } = useSession();
  const organisationId = me?.actingFor?.organisationId ?? '';
  const own = useCall(getOrganisation, { params: { organisationId } }, { enabled: organisationId !== '' });
  const { district, subdistrict, community } = own.data ?? {};
  const list = usePages<typeof listCompounds, CompoundSummary>(
    listCompounds,
    {
      query: {
        limit: 5,
        ...(district ? { district } : {}),
        ...(district && subdistrict ? { subdistrict, ...(community ? { community } : {}) } : {}),
      },
    },
    { enabled: Boolean(district) },
  );
  if (own.data && !district) return null;
  return (
    <Section title={t('title')} extra={<Link to="/compounds">{t('all')}</Link>}>
      <ProblemAlert error={own.error ?? list.error} again={() => void list.refetch()} />
      {list.isSuccess && list.items.length === 0 ? <p className="muted">{t('none')}</p> : null}
      <ul className="kit-plain-list">
        {list.items.map((one) => (
          <li key={one.id} className="home-waiting">
            <div className="home-waiting-text">
              <Link to={`/compounds/${one.id}`} className="home-waiting-title">
                {one.name}
              </Link>
              <div className="kit-row muted">
                {one.households === null ? null : <span>{t('households', { n: one.households })}</span>}
                {one.contractEndsOn === null ? null : (
                  <span className="kit-row">
                    {t('ends')} <ContractEnd day={one.contractEndsOn} />
                  </span>
                )}
              </div>
            </div>
            {one.propertyState ? <StateTag vocabulary={propertyStates} code={one.propertyState} /> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
