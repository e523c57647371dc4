import { getOrganisation, type CompoundView } from '@duijie/contracts';
import { Link } from 'react-router';
import { useCall } from '../../api/use-call';
import { DescriptionList } from '../../kit/description-list';
import { Section } from '../../kit/section';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';

const useWords = defineWords('compound-parties', {
  zh: {
    title: '相关方',
    subdistrict: '街道（镇）',
    communities: '村（社区）',
    firm: '物业服务企业',
    committee: '业委会或自管组织',
    none: '未登记',
  },
  en: {
    title: 'Parties',
    subdistrict: 'Subdistrict',
    communities: 'Community',
    firm: 'Property firm',
    committee: "Owners' committee or self-management",
    none: 'Not entered',
  },
});

function Party({ organisationId, provider }: { readonly organisationId: string | null; readonly provider?: boolean }) {
  const t = useWords();
  const { data } = useCall(
    getOrganisation,
    { params: { organisationId: organisationId ?? '' } },
    { enabled: organisationId !== null },
  );
  if (organisationId === null) return <span className="muted">{t('none')}</span>;
  if (!data) return <span className="muted">…</span>;
  return provider ? <Link to={`/providers/${organisationId}`}>{data.name}</Link> : <>{data.name}</>;
}

/** Who has to do with a compound, as far as it is entered. */
export function CompoundParties({ one }: { readonly one: CompoundView }) {
  const t = useWords();
  const { comma } = useLanguage();
  return (
    <Section title={t('title')}>
      <DescriptionList
        facts={[
          { name: t('subdistrict'), value: `${one.district} ${one.subdistrict}`, wide: true },
          { name: t('communities'), value: one.communities.join(comma), wide: true },
          { name: t('firm'), value: <Party organisationId={one.firmId} provider />, wide: true },
          { name: t('committee'), value: <Party organisationId={one.committeeId} />, wide: true },
        ]}
      />
    </Section>
  );
}
