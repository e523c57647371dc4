import { getOrganisation } from '@duijie/contracts';
import { verificationStates } from '@duijie/domain-kit';
import { Button, Skeleton, Tag } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useCall } from '../../api/use-call';
import { OnBehalfModal } from '../../kit/on-behalf-modal';
import { PageHead } from '../../kit/page-head';
import { ProblemAlert } from '../../kit/problem-alert';
import { Section } from '../../kit/section';
import { StateTag } from '../../kit/state-tag';
import { useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';
import './admin.css';
import { Affiliations } from './affiliations';
import { AuditOf } from './audit-of';
import { InviteMember } from './invite-member';
import { MembersPart } from './members-part';
import { PayerReviews } from './payer-reviews';
import { OrganisationFacts } from './organisation-facts';
import { Verification } from './verification';

const useWords = defineWords('admin-organisation', {
  zh: {
    back: '← 机构核验',
    members: '成员',
    audit: '审计记录',
    behalf: '代为办理',
    demo: '虚构',
  },
  en: {
    back: '← Organisations',
    members: 'Members',
    audit: 'Audit entries',
    behalf: 'Work on behalf',
    demo: 'invented',
  },
});
const offices = new Set(['association', 'subdistrict', 'department']);

/** One organisation as the association's staff sees it, to verify it and to help its people. */
export function OrganisationPage() {
  const t = useWords();
  const { organisationId = '' } = useParams();
  const found = useCall(getOrganisation, { params: { organisationId } });
  const [behalf, setBehalf] = useState(false);
  const { me } = useSession();
  const mayChange = me?.actingFor?.kind === 'association' && me.actingFor.role !== 'viewer';
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
          <OrganisationFacts organisation={data} mayChange={mayChange} staff />
          <Affiliations organisationId={data.id} name={data.name} />
          {mayChange ? <PayerReviews organisationId={data.id} /> : null}
          <Section title={t('members')} extra={<InviteMember organisationId={data.id} kind={data.kind} />}>
            <MembersPart organisationId={data.id} kind={data.kind} level={3} />
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
