import { Tabs } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { PageHead } from '../../kit/page-head';
import { useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';
import './admin.css';
import { AuditPart } from './audit-part';
import { InvitationsPart } from './invitations-part';
import { MembersPart } from './members-part';
import { OrganisationsPart } from './organisations-part';
import { RulesPart } from './rules-part';
import { SearchesPart } from './searches-part';
import { SystemPart } from './system-part';

const useWords = defineWords('admin', {
  zh: {
    title: '管理',
    organisations: '机构核验',
    invitations: '邀请社区',
    members: '本会成员',
    rules: '方式与规则',
    searches: '大家在搜',
    audit: '审计核验',
    system: '系统状态',
  },
  en: {
    title: 'Administration',
    organisations: 'Organisations',
    invitations: 'Invite communities',
    members: 'Our members',
    rules: 'Modes and rules',
    searches: 'Searches',
    audit: 'Audit',
    system: 'System',
  },
});
const parts = ['organisations', 'invitations', 'members', 'rules', 'searches', 'audit', 'system'] as const;

/** What the association keeps in order. Chains of the audit log are checked by administrators only. */
export function AdminPage() {
  const t = useWords();
  const { me } = useSession();
  const navigate = useNavigate();
  const { part } = useParams();
  const chosen = parts.find((one) => one === part) ?? 'organisations';
  const administrator = me?.actingFor?.role === 'administrator';
  const shown = {
    organisations: <OrganisationsPart />,
    invitations: <InvitationsPart />,
    members: <MembersPart organisationId={me?.actingFor?.organisationId ?? ''} />,
    rules: <RulesPart mayChange={administrator} />,
    searches: <SearchesPart />,
    audit: <AuditPart />,
    system: <SystemPart mayChange={administrator} />,
  } as const;
  return (
    <>
      <PageHead title={t('title')} />
      <Tabs
        activeKey={chosen}
        destroyOnHidden
        items={parts
          .filter((one) => administrator || one !== 'audit')
          .map((key) => ({ key, label: t(key), children: shown[key] }))}
        onChange={(key) => void navigate(`/admin/${key}`)}
      />
    </>
  );
}
