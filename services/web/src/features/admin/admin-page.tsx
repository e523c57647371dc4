import { Link, useParams } from 'react-router';
import { LinkButton } from '../../kit/link-button';
import { PageHead } from '../../kit/page-head';
import { sideOf, useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';
import './admin.css';
import { AuditPart } from './audit-part';
import { CorrectionsPart } from './corrections-part';
import { InvitationsPart } from './invitations-part';
import { MembersPart } from './members-part';
import { OrganisationsPart } from './organisations-part';
import { QueuesPart } from './queues-part';
import { RulesPart } from './rules-part';
import { SearchesPart } from './searches-part';
import { SystemPart } from './system-part';
import { TaxonomyPart } from './taxonomy-part';
import { WeightsPart } from './weights-part';

const useWords = defineWords('admin', {
  zh: {
    title: '管理',
    parts: '管理的各部分',
    setUp: '启用设置',
    organisations: '机构核验',
    invitations: '邀请社区',
    members: '本会成员',
    taxonomy: '服务目录',
    rules: '方式与规则',
    weights: '评分权重',
    corrections: '从更正中学习',
    searches: '大家在搜',
    audit: '审计核验',
    queues: '队列',
    system: '系统状态',
  },
  en: {
    title: 'Administration',
    parts: 'Parts of administration',
    setUp: 'Set-up',
    organisations: 'Organisations',
    invitations: 'Invite communities',
    members: 'Our members',
    taxonomy: 'Taxonomy',
    rules: 'Modes and rules',
    weights: 'Weights',
    corrections: 'Learnt from corrections',
    searches: 'Searches',
    audit: 'Audit',
    queues: 'Queues',
    system: 'System',
  },
});
const parts = [
  'organisations',
  'invitations',
  'members',
  'taxonomy',
  'rules',
  'weights',
  'corrections',
  'searches',
  'audit',
  'queues',
  'system',
] as const;
/** Only administrators may ask for these. */
const administratorsOnly: readonly string[] = ['audit', 'queues'];

/** What the association keeps in order. Chains of the audit log are checked by administrators only. */
export function AdminPage() {
  const t = useWords();
  const { me } = useSession();
  const { part } = useParams();
  const chosen = parts.find((one) => one === part) ?? 'organisations';
  const administrator = me?.actingFor?.role === 'administrator';
  // Officers have of all this the communities that they invite; what else is theirs stands under the account.
  if (me?.actingFor && sideOf(me.actingFor.kind) === 'officer')
    return (
      <>
        <PageHead title={t('invitations')} />
        <InvitationsPart />
      </>
    );
  const shown = {
    organisations: <OrganisationsPart />,
    invitations: <InvitationsPart />,
    members: <MembersPart organisationId={me?.actingFor?.organisationId ?? ''} kind="association" level={2} />,
    taxonomy: <TaxonomyPart mayChange={administrator} />,
    rules: <RulesPart mayChange={administrator} />,
    weights: <WeightsPart />,
    corrections: <CorrectionsPart mayChange={administrator} />,
    searches: <SearchesPart />,
    audit: <AuditPart />,
    queues: <QueuesPart />,
    system: <SystemPart mayChange={administrator} />,
  } as const;
  return (
    <>
      <PageHead title={t('title')} actions={administrator ? <LinkButton to="/setup">{t('setUp')}</LinkButton> : null} />
      <nav aria-label={t('parts')} className="admin-parts">
        {parts
          .filter((one) => administrator || !administratorsOnly.includes(one))
          .map((key) => (
            <Link key={key} to={`/admin/${key}`} aria-current={key === chosen ? 'page' : undefined}>
              {t(key)}
            </Link>
          ))}
      </nav>
      <h2 className="kit-hidden">{t(chosen)}</h2>
      {shown[chosen]}
    </>
  );
}
