import { getOrganisation, type OrganisationView } from '@duijie/contracts';
import { organisationKinds, verificationStates } from '@duijie/domain-kit';
import { Button, Skeleton, Tag } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useCall } from '../../api/use-call';
import { DescriptionList } from '../../kit/description-list';
import { OnBehalfModal } from '../../kit/on-behalf-modal';
import { PageHead } from '../../kit/page-head';
import { ProblemAlert } from '../../kit/problem-alert';
import { Section } from '../../kit/section';
import { StateTag } from '../../kit/state-tag';
import { When } from '../../kit/when';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import './admin.css';
import { Affiliations } from './affiliations';
import { AuditOf } from './audit-of';
import { InviteMember } from './invite-member';
import { MembersPart } from './members-part';
import { Verification } from './verification';

const useWords = defineWords('admin-organisation', {
  zh: {
    back: '← 机构核验',
    facts: '资料',
    kind: '类型',
    code: '统一社会信用代码',
    scope: '业务范围',
    place: '地区',
    founded: '成立',
    contact: '联系人',
    grade: '等级',
    qualifications: '资质',
    until: '至 {{day}}',
    since: '登记',
    text: '简介',
    reason: '核验说明',
    members: '成员',
    audit: '审计记录',
    behalf: '代为办理',
    demo: '虚构',
    unknown: '未填',
  },
  en: {
    back: '← Organisations',
    facts: 'Facts',
    kind: 'Kind',
    code: 'Unified social credit code',
    scope: 'Business scope',
    place: 'Where',
    founded: 'Founded',
    contact: 'Contact',
    grade: 'Grade',
    qualifications: 'Qualifications',
    until: 'until {{day}}',
    since: 'Entered',
    text: 'About',
    reason: 'Why it is so',
    members: 'Members',
    audit: 'Audit entries',
    behalf: 'Work on behalf',
    demo: 'invented',
    unknown: 'not given',
  },
});
const offices = new Set(['association', 'subdistrict', 'department']);

/** One organisation as the association's staff sees it, to verify it and to help its people. */
export function OrganisationPage() {
  const t = useWords();
  const { organisationId = '' } = useParams();
  const found = useCall(getOrganisation, { params: { organisationId } });
  const [behalf, setBehalf] = useState(false);
  const { data } = found;
  return (
    <>
      <ProblemAlert error={found.error} again={() => void found.refetch()} />
      {found.isPending ? <Skeleton active /> : null}
      {data ? (
        <>
          <PageHead
            before={<Link to="/admin/organisations">{t('back')}</Link>}
            title={data.name}
            after={
              <span className="kit-row">
                <StateTag vocabulary={verificationStates} code={data.verification} />
                {data.demo ? <Tag>{t('demo')}</Tag> : null}
              </span>
            }
            actions={
              <>
                {offices.has(data.kind) ? null : <Button onClick={() => setBehalf(true)}>{t('behalf')}</Button>}
                <Verification organisation={data} />
              </>
            }
          />
          <Facts organisation={data} />
          <Affiliations organisationId={data.id} />
          <Section title={t('members')} extra={<InviteMember organisationId={data.id} kind={data.kind} />}>
            <MembersPart organisationId={data.id} level={3} />
          </Section>
          <Section title={t('audit')}>
            <AuditOf aggregateId={data.id} />
          </Section>
          {behalf ? (
            <OnBehalfModal organisation={{ id: data.id, name: data.name }} then="/" onClose={() => setBehalf(false)} />
          ) : null}
        </>
      ) : null}
    </>
  );
}

function Facts({ organisation }: { readonly organisation: OrganisationView }) {
  const t = useWords();
  const { say, comma } = useLanguage();
  const { contact, grade } = organisation;
  const expiry = (day: string | null): string => (day === null ? '' : ` (${t('until', { day })})`);
  return (
    <Section title={t('facts')}>
      <DescriptionList
        facts={[
          { name: t('kind'), value: say(organisationKinds[organisation.kind]) },
          { name: t('code'), value: organisation.creditCode ?? t('unknown') },
          {
            name: t('place'),
            value: [organisation.district, organisation.subdistrict, organisation.community].filter(Boolean).join(' '),
          },
          { name: t('contact'), value: contact ? `${contact.name} ${contact.phone}` : t('unknown') },
          { name: t('founded'), value: organisation.foundedYear },
          { name: t('grade'), value: grade ? `${grade.level}${expiry(grade.expiresOn)}` : null },
          { name: t('since'), value: <When at={organisation.createdAt} /> },
          { name: t('reason'), value: organisation.verificationReason },
          {
            name: t('qualifications'),
            wide: true,
            value:
              organisation.qualifications.map(({ name, expiresOn }) => name + expiry(expiresOn)).join(comma) || null,
          },
          { name: t('scope'), wide: true, value: organisation.businessScope },
          { name: t('text'), wide: true, value: organisation.description },
        ]}
      />
    </Section>
  );
}
