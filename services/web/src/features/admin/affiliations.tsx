import { confirmAffiliation, declineAffiliation, listAffiliations, type AffiliationView } from '@duijie/contracts';
import { affiliationKinds, defineVocabulary } from '@duijie/domain-kit';
import { Button } from 'antd';
import { usePages } from '../../api/use-call';
import { Section } from '../../kit/section';
import { StateTag } from '../../kit/state-tag';
import { useAct } from '../../kit/use-act';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';

const useWords = defineWords('affiliations', {
  zh: { title: '关联关系', confirm: '确认', decline: '否认', done: '已办理' },
  en: { title: 'Affiliations', confirm: 'Confirm', decline: 'Decline', done: 'Done' },
});
const states = defineVocabulary({
  proposed: { zh: '待确认', en: 'Proposed' },
  confirmed: { zh: '已确认', en: 'Confirmed' },
  declined: { zh: '已否认', en: 'Declined' },
  ended: { zh: '已结束', en: 'Ended' },
});

/** Ties of an organisation, which the conflict check goes by; nothing where there is none. */
export function Affiliations({ organisationId }: { readonly organisationId: string }) {
  const t = useWords();
  const { say } = useLanguage();
  const ties = usePages<typeof listAffiliations, AffiliationView>(listAffiliations, {
    params: { organisationId },
    query: { limit: 50 },
  });
  const confirm = useAct(confirmAffiliation, [listAffiliations], t('done'));
  const decline = useAct(declineAffiliation, [listAffiliations], t('done'));
  if (ties.items.length === 0) return null;
  return (
    <Section title={t('title')}>
      <ul className="kit-plain-list">
        {ties.items.map((tie) => (
          <li key={tie.id} className="kit-row" style={{ padding: '4px 0' }}>
            <span>
              {tie.from.name} → {say(affiliationKinds[tie.type])} → {tie.to.name}
            </span>
            <StateTag vocabulary={states} code={tie.state} tone={tie.state === 'proposed' ? 'warn' : 'plain'} />
            {tie.state === 'proposed' ? (
              <>
                <Button
                  size="small"
                  onClick={() => confirm.act({ params: { affiliationId: tie.id }, ifMatch: tie.version })}
                >
                  {t('confirm')}
                </Button>
                <Button
                  size="small"
                  type="text"
                  onClick={() => decline.act({ params: { affiliationId: tie.id }, body: {}, ifMatch: tie.version })}
                >
                  {t('decline')}
                </Button>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
