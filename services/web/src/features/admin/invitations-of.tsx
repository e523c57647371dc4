import { listCommunityInvitations, listInvitations, revokeInvitation, type InvitationView } from '@duijie/contracts';
import { defineVocabulary, memberRoles } from '@duijie/domain-kit';
import { api } from '../../api/client';
import { usePages } from '../../api/use-call';
import { StateTag } from '../../kit/state-tag';
import { DataTable } from '../../kit/table/data-table';
import { excelAddress } from '../../kit/table/excel-address';
import type { Bulk, Column } from '../../kit/table/table-model';
import { When } from '../../kit/when';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';

const useWords = defineWords('invitations-of', {
  zh: {
    title: '发过的邀请',
    made: '发出',
    role: '身份',
    state: '状态',
    used: '使用',
    expires: '有效至',
    revoke: '作废',
    none: '还没有发过邀请',
  },
  en: {
    title: 'Invitations so far',
    made: 'Made',
    role: 'Role',
    state: 'State',
    used: 'Used',
    expires: 'Valid until',
    revoke: 'Revoke',
    none: 'No invitations so far',
  },
});
const states = defineVocabulary({
  open: { zh: '有效', en: 'Open' },
  used: { zh: '已用完', en: 'Used' },
  expired: { zh: '已过期', en: 'Expired' },
  revoked: { zh: '已作废', en: 'Revoked' },
});

/** Invitations of a community or of an organisation, without their secrets. */
export function InvitationsOf({
  of,
  level = 3,
}: {
  /** Of its heading: one below what stands above. */
  readonly level?: 2 | 3;
  readonly of: { readonly communityCode: string } | { readonly organisationId: string };
}) {
  const t = useWords();
  const { say } = useLanguage();
  const Heading = `h${level}` as const;
  const route = 'communityCode' in of ? listCommunityInvitations : listInvitations;
  const list = usePages<typeof route, InvitationView>(route, { params: of, query: { limit: 50 } });
  const bulk: Bulk<InvitationView> = {
    nameOf: ({ name, createdAt }) => `${name} ${createdAt.slice(0, 10)}`,
    touches: [route],
    actions: [
      {
        key: 'revoke',
        label: t('revoke'),
        danger: true,
        applies: ({ state }) => state === 'open',
        run: ({ id, version }) => api().call(revokeInvitation, { params: { invitationId: id }, ifMatch: version }),
      },
    ],
  };
  const used = (one: InvitationView): string => `${one.used} / ${one.uses}`;
  const columns: readonly Column<InvitationView>[] = [
    { key: 'made', title: t('made'), cell: (one) => <When at={one.createdAt} /> },
    { key: 'role', title: t('role'), cell: (one) => say(memberRoles[one.role]) },
    { key: 'state', title: t('state'), cell: (one) => <StateTag vocabulary={states} code={one.state} /> },
    { key: 'used', title: t('used'), align: 'end', cell: used },
    { key: 'expires', title: t('expires'), cell: (one) => <When at={one.expiresAt} /> },
  ];
  return (
    <div className="admin-no-print">
      <Heading className="kit-subheading">{t('title')}</Heading>
      <DataTable
        name="invitations"
        label={t('title')}
        pages={list}
        columns={columns}
        rowKey={({ id }) => id}
        excel={excelAddress(route, of, {})}
        bulk={bulk}
        empty={<p className="muted">{t('none')}</p>}
        card={(one) => (
          <div className="kit-row">
            <StateTag vocabulary={states} code={one.state} />
            <span>{say(memberRoles[one.role])}</span>
            <span>{used(one)}</span>
            <When at={one.createdAt} />
          </div>
        )}
      />
    </div>
  );
}
