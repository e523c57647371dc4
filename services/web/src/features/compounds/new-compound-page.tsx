import { getOrganisation } from '@duijie/contracts';
import { Skeleton } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useCall } from '../../api/use-call';
import { PageHead } from '../../kit/page-head';
import { ProblemAlert } from '../../kit/problem-alert';
import { Section } from '../../kit/section';
import { useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';
import { CompoundForm } from './compound-form';

const useWords = defineWords('new-compound', {
  zh: { title: '登记小区（院落）', back: '小区档案', facts: '基本情况' },
  en: { title: 'Enter a compound', back: 'Compounds', facts: 'Facts' },
});

/** Enters a compound or courtyard, where whoever enters it is at home unless something else is chosen. */
export function NewCompoundPage() {
  const t = useWords();
  const navigate = useNavigate();
  const acting = useSession().me?.actingFor ?? null;
  const { data, error, refetch } = useCall(
    getOrganisation,
    { params: { organisationId: acting?.organisationId ?? '' } },
    { enabled: acting !== null },
  );
  const staff = acting?.kind === 'association';
  const home = data && !staff ? data : null;
  return (
    <>
      <PageHead title={t('title')} before={<Link to="/compounds">← {t('back')}</Link>} />
      <Section title={t('facts')}>
        <ProblemAlert error={error} again={() => void refetch()} />
        {!data && !error ? <Skeleton active /> : null}
        {data ? (
          <CompoundForm
            one={null}
            home={{
              district: home?.district ?? null,
              subdistrict: home?.subdistrict ?? null,
              communities: home?.community ? [home.community] : [],
            }}
            onDone={({ id }) => void navigate(`/compounds/${id}`)}
            onCancel={() => void navigate('/compounds')}
          />
        ) : null}
      </Section>
    </>
  );
}
