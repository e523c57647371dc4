import { listCommunityInvitations, revokeInvitation, type InvitationView } from '@duijie/contracts';
import { defineVocabulary } from '@duijie/domain-kit';
import { Button } from 'antd';
import { usePages } from '../../api/use-call';
import { StateTag } from '../../kit/state-tag';
import { useAct } from '../../kit/use-act';
import { When } from '../../kit/when';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('community-invitations', {
  zh: { title: '发过的邀请', used: '已用 {{used}}/{{uses}}', revoke: '作废', revoked: '已作废' },
  en: { title: 'Invitations so far', used: '{{used}} of {{uses}} used', revoke: 'Revoke', revoked: 'Revoked' },
});
const states = defineVocabulary({
  open: { zh: '有效', en: 'Open' },
  used: { zh: '已用完', en: 'Used' },
  expired: { zh: '已过期', en: 'Expired' },
  revoked: { zh: '已作废', en: 'Revoked' },
});

/** Invitations of a community, without their secrets. */
export function CommunityInvitations({ communityCode }: { readonly communityCode: string }) {
  const t = useWords();
  const list = usePages<typeof listCommunityInvitations, InvitationView>(listCommunityInvitations, {
    params: { communityCode },
    query: { limit: 20 },
  });
  const revoke = useAct(revokeInvitation, [listCommunityInvitations], t('revoked'));
  return (
    <div className="admin-no-print">
      <h3 className="kit-subheading">{t('title')}</h3>
      <ul className="kit-plain-list">
        {list.items.map((invitation) => (
          <li key={invitation.id} className="kit-row" style={{ padding: '4px 0' }}>
            <StateTag vocabulary={states} code={invitation.state} />
            <span>{t('used', { used: invitation.used, uses: invitation.uses })}</span>
            <When at={invitation.createdAt} />
            {invitation.state === 'open' ? (
              <Button
                size="small"
                type="text"
                onClick={() => revoke.act({ params: { invitationId: invitation.id }, ifMatch: invitation.version })}
              >
                {t('revoke')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
