import {
  findCommunities,
  inviteCommunity,
  listCommunityInvitations,
  type CommunityView,
  type IssuedInvitation,
} from '@duijie/contracts';
import { Button, Empty, Input, Skeleton, Tag } from 'antd';
import { useDeferredValue, useId, useState } from 'react';
import { Link } from 'react-router';
import { usePages } from '../../api/use-call';
import { ProblemAlert } from '../../kit/problem-alert';
import { Section } from '../../kit/section';
import { useAct } from '../../kit/use-act';
import { defineWords } from '../../words/define-words';
import { InvitationTicket } from './invitation-ticket';
import { InvitationsOf } from './invitations-of';

const useWords = defineWords('invitations', {
  zh: {
    find: '社区名称（输入开头，如“得胜”）',
    invite: '生成邀请',
    claimed: '已认领',
    more: '更多',
    none: '没有这样开头的社区',
    start: '全市村（社区）已预置，输入名称即可邀请认领',
  },
  en: {
    find: 'Name of the community (its beginning)',
    invite: 'Make an invitation',
    claimed: 'Claimed',
    more: 'More',
    none: 'No community begins so',
    start: 'All communities of the city are there already: type a name to invite one',
  },
});

/** Invites a community to claim its account, by link, QR code or a code for the telephone. */
export function InvitationsPart() {
  const t = useWords();
  const id = useId();
  const [typed, setTyped] = useState('');
  const name = useDeferredValue(typed.trim());
  const found = usePages<typeof findCommunities, CommunityView>(
    findCommunities,
    { query: { name, limit: 20 } },
    { enabled: name !== '' },
  );
  const invite = useAct(inviteCommunity, [listCommunityInvitations], undefined, true);
  const [made, setMade] = useState<IssuedInvitation | null>(null);
  return (
    <>
      <div className="admin-no-print">
        <label htmlFor={id}>{t('find')}</label>
        <Input
          id={id}
          style={{ maxWidth: 420, marginBlock: '4px 12px' }}
          value={typed}
          allowClear
          onChange={({ target }) => setTyped(target.value)}
        />
      </div>
      <ProblemAlert error={found.error ?? invite.error} />
      {made ? (
        <Section title={made.name}>
          <InvitationTicket invitation={made} />
          {made.communityCode ? <InvitationsOf of={{ communityCode: made.communityCode }} /> : null}
        </Section>
      ) : null}
      {name === '' ? <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('start')} /> : null}
      {name !== '' && found.isPending ? <Skeleton active /> : null}
      {found.isSuccess && found.items.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('none')} />
      ) : null}
      <ul className="kit-cards admin-no-print">
        {found.items.map((community) => (
          <li key={community.code} className="kit-row kit-row-spread">
            <span>
              <b>{community.shortName}</b>{' '}
              <span className="muted">
                {community.district} {community.subdistrict}
              </span>
            </span>
            {community.claimed ? (
              community.organisationId ? (
                <Link to={`/admin/organisations/${community.organisationId}`}>{t('claimed')}</Link>
              ) : (
                <Tag>{t('claimed')}</Tag>
              )
            ) : (
              <Button
                size="small"
                loading={invite.pending}
                onClick={() =>
                  invite.act({ params: { communityCode: community.code }, body: { role: 'owner' } }, setMade)
                }
              >
                {t('invite')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {found.hasNextPage ? <Button onClick={() => void found.fetchNextPage()}>{t('more')}</Button> : null}
    </>
  );
}
