import {
  confirmAffiliation,
  declineAffiliation,
  endAffiliation,
  getOrganisation,
  listAffiliations,
  type AffiliationView,
} from '@duijie/contracts';
import { affiliationKinds, defineVocabulary } from '@duijie/domain-kit';
import { Button } from 'antd';
import { useState } from 'react';
import { usePages } from '../../api/use-call';
import { ProblemAlert } from '../../kit/problem-alert';
import { ReasonModal } from '../../kit/reason-modal';
import { Section } from '../../kit/section';
import { StateTag } from '../../kit/state-tag';
import { useAct } from '../../kit/use-act';
import { useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { AffiliationForm } from './affiliation-form';

const useWords = defineWords('affiliations', {
  zh: {
    title: '关联关系',
    about: '出资、牵头、托管、现任物业等关系，利益回避按它核对；由对方或协会确认后生效',
    none: '没有登记关联关系',
    add: '登记关系',
    confirm: '确认',
    decline: '否认',
    withdraw: '撤回',
    end: '结束',
    endTitle: '结束这个关系',
    ended: '结束后不再用于以后的利益回避核对；记录仍然保留',
    waits: '等对方或协会确认',
    done: '已办理',
    more: '显示更多',
  },
  en: {
    title: 'Affiliations',
    about:
      'Who sponsors, leads, hosts or serves whom: the conflict check goes by it. The other side or the association confirms it',
    none: 'None is entered',
    add: 'Enter one',
    confirm: 'Confirm',
    decline: 'Decline',
    withdraw: 'Withdraw',
    end: 'End',
    endTitle: 'End this affiliation',
    ended: 'It is no longer looked at by conflict checks to come; the record stays',
    waits: 'waits for the other side or the association',
    done: 'Done',
    more: 'Show more',
  },
});
const states = defineVocabulary({
  proposed: { zh: '待确认', en: 'Proposed' },
  confirmed: { zh: '已确认', en: 'Confirmed' },
  declined: { zh: '已否认', en: 'Declined' },
  ended: { zh: '已结束', en: 'Ended' },
});
const touched = [listAffiliations, getOrganisation];

/** @param staff may decide all @param own the organisation acted for, where one of its heads looks */
function Tie({
  tie,
  staff,
  own,
}: {
  readonly tie: AffiliationView;
  readonly staff: boolean;
  readonly own: string | null;
}) {
  const t = useWords();
  const { say } = useLanguage();
  const confirm = useAct(confirmAffiliation, touched, t('done'));
  const decline = useAct(declineAffiliation, touched, t('done'));
  const end = useAct(endAffiliation, touched, t('done'), true);
  const [ending, setEnding] = useState(false);
  const params = { affiliationId: tie.id };
  const text = `${tie.from.name} → ${say(affiliationKinds[tie.type])} → ${tie.to.name}`;
  const proposed = tie.state === 'proposed';
  const ours = own !== null && tie.proposedBy === own;
  const decides = proposed && (staff || (own !== null && !ours));
  const ends = (tie.state === 'confirmed' && (staff || own !== null)) || (proposed && ours && !staff);
  return (
    <li className="kit-row" style={{ padding: '4px 0' }}>
      <span>{text}</span>
      <StateTag vocabulary={states} code={tie.state} tone={proposed ? 'warn' : 'plain'} />
      {proposed && ours && !staff ? <span className="muted">{t('waits')}</span> : null}
      {decides ? (
        <>
          <Button
            size="small"
            aria-label={`${t('confirm')} ${text}`}
            loading={confirm.pending}
            onClick={() => confirm.act({ params, ifMatch: tie.version })}
          >
            {t('confirm')}
          </Button>
          <Button
            size="small"
            type="text"
            aria-label={`${t('decline')} ${text}`}
            loading={decline.pending}
            onClick={() => decline.act({ params, body: {}, ifMatch: tie.version })}
          >
            {t('decline')}
          </Button>
        </>
      ) : null}
      {ends ? (
        <Button
          size="small"
          type="text"
          aria-label={`${t(proposed ? 'withdraw' : 'end')} ${text}`}
          onClick={() => setEnding(true)}
        >
          {t(proposed ? 'withdraw' : 'end')}
        </Button>
      ) : null}
      {ending ? (
        <ReasonModal
          title={t('endTitle')}
          explanation={
            <>
              {text}
              <br />
              {t('ended')}
            </>
          }
          confirm={t(proposed ? 'withdraw' : 'end')}
          required={false}
          pending={end.pending}
          error={end.error}
          onConfirm={(reason) =>
            end.act({ params, body: reason === '' ? {} : { reason }, ifMatch: tie.version }, () => setEnding(false))
          }
          onCancel={() => {
            setEnding(false);
            end.reset();
          }}
        />
      ) : null}
    </li>
  );
}

/** Ties of an organisation, which the conflict check goes by: entered, confirmed and ended by its heads and by brokers. */
export function Affiliations({ organisationId, name }: { readonly organisationId: string; readonly name: string }) {
  const t = useWords();
  const acting = useSession().me?.actingFor ?? null;
  const [adding, setAdding] = useState(false);
  const ties = usePages<typeof listAffiliations, AffiliationView>(listAffiliations, {
    params: { organisationId },
    query: { limit: 50 },
  });
  const staff = acting?.kind === 'association' && (acting.role === 'broker' || acting.role === 'administrator');
  const head =
    acting?.organisationId === organisationId && (acting.role === 'owner' || acting.role === 'administrator');
  const mayAdd = staff || head;
  if (ties.items.length === 0 && !mayAdd) return null;
  return (
    <Section
      title={t('title')}
      extra={mayAdd && !adding ? <Button onClick={() => setAdding(true)}>{t('add')}</Button> : null}
    >
      <p className="muted">{t('about')}</p>
      {adding ? <AffiliationForm organisationId={organisationId} name={name} onDone={() => setAdding(false)} /> : null}
      <ProblemAlert error={ties.error} again={() => void ties.refetch()} />
      {ties.isSuccess && ties.items.length === 0 ? <p className="muted">{t('none')}</p> : null}
      <ul className="kit-plain-list">
        {ties.items.map((tie) => (
          <Tie key={tie.id} tie={tie} staff={staff} own={head ? organisationId : null} />
        ))}
      </ul>
      {ties.hasNextPage ? (
        <Button size="small" loading={ties.isFetchingNextPage} onClick={() => void ties.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
    </Section>
  );
}
