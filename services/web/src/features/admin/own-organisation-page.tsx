import { getMe, getOrganisation, resubmitOrganisation, type MemberRole } from '@duijie/contracts';
import { verificationStates } from '@duijie/domain-kit';
import { Alert, Button, Skeleton, Tag } from 'antd';
import { Link } from 'react-router';
import { useCall } from '../../api/use-call';
import { PageHead } from '../../kit/page-head';
import { ProblemAlert } from '../../kit/problem-alert';
import { Section } from '../../kit/section';
import { StateTag } from '../../kit/state-tag';
import { useAct } from '../../kit/use-act';
import { sideOf, useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';
import './admin.css';
import { Affiliations } from './affiliations';
import { Deputies } from './deputies';
import { MembersPart } from './members-part';
import { OrganisationFacts } from './organisation-facts';

const useWords = defineWords('own-organisation', {
  zh: {
    members: '成员',
    demo: '虚构',
    page: '看别人看到的主页',
    rejected: '核验没有通过：{{reason}}',
    noReason: '没有写明原因',
    again: '改好了，重新申请核验',
    asked: '已重新提交，等协会核验',
    pending: '协会正在核验。这段时间可以写草稿，资料也可以继续修改',
  },
  en: {
    members: 'Members',
    demo: 'invented',
    page: 'See your page as others do',
    rejected: 'Not verified: {{reason}}',
    noReason: 'no reason given',
    again: 'Mended: ask for verification again',
    asked: 'Asked again; the association looks at it',
    pending: 'The association is verifying. Meanwhile you can draft, and go on changing these facts',
  },
});
const writers: ReadonlySet<MemberRole> = new Set(['owner', 'editor', 'broker', 'administrator', 'officer']);

/** The organisation one acts for: what is written of it, and who belongs to it. */
export function OwnOrganisationPage() {
  const t = useWords();
  const { me } = useSession();
  const acting = me?.actingFor ?? null;
  const params = { organisationId: acting?.organisationId ?? '' };
  const found = useCall(getOrganisation, { params }, { enabled: acting !== null });
  const again = useAct(resubmitOrganisation, [getOrganisation, getMe], t('asked'));
  const { data } = found;
  if (!acting) return null;
  const heads = acting.role === 'owner' || acting.role === 'administrator';
  return (
    <>
      <ProblemAlert error={found.error} again={() => void found.refetch()} />
      {found.isPending ? <Skeleton active /> : null}
      {data ? (
        <>
          <PageHead
            title={data.name}
            after={
              <span className="kit-row">
                <StateTag vocabulary={verificationStates} code={data.verification} />
                {data.demo ? <Tag>{t('demo')}</Tag> : null}
              </span>
            }
            actions={
              sideOf(data.kind) === 'provider' ? <Link to={`/providers/${data.id}`}>{t('page')}</Link> : undefined
            }
          />
          {data.verification === 'rejected' ? (
            <Alert
              type="warning"
              showIcon
              style={{ marginBottom: 12 }}
              title={t('rejected', { reason: data.verificationReason ?? t('noReason') })}
              action={
                heads ? (
                  <Button
                    size="small"
                    loading={again.pending}
                    onClick={() => again.act({ params, ifMatch: data.version })}
                  >
                    {t('again')}
                  </Button>
                ) : null
              }
            />
          ) : null}
          {data.verification === 'pending' ? (
            <Alert type="info" showIcon style={{ marginBottom: 12 }} title={t('pending')} />
          ) : null}
          <OrganisationFacts
            organisation={data}
            mayChange={writers.has(acting.role)}
            staff={acting.kind === 'association' && acting.role !== 'viewer'}
          />
          {heads ? <Affiliations organisationId={data.id} name={data.name} /> : null}
          <Section title={t('members')}>
            <MembersPart organisationId={data.id} kind={data.kind} level={3} />
          </Section>
          <Deputies organisationId={data.id} heads={heads} />
        </>
      ) : null}
    </>
  );
}
