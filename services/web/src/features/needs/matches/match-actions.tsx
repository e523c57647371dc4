import { dismissMatch, introduce, type LotSummary, type NeedMatch, type NeedView } from '@duijie/contracts';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { ReasonModal } from '../../../kit/reason-modal';
import { useAct } from '../../../kit/use-act';
import { defineWords } from '../../../words/define-words';
import { AppointModal } from '../lot/appoint-modal';
import { mayAppoint } from '../lot/may-appoint';
import { touchedByMatching } from '../touched';
import type { Standing } from '../use-standing';

const useWords = defineWords('need-match-actions', {
  zh: {
    introduce: '推介',
    introducing: '已推介，对方会收到通知',
    appoint: '直接对接',
    dismiss: '不再推荐',
    dismissTitle: '不再推荐“{{title}}”',
    dismissWhy: '需求或服务包有变化时会再次出现。',
    dismissed: '已不再推荐',
    shortlisted: '已留意',
    introduced: '已推介，等对方答复',
    declined: '对方谢绝',
    interested: '对方有意',
    responded: '已响应',
    awarded: '已确定',
  },
  en: {
    introduce: 'Introduce',
    introducing: 'Introduced: the provider is told',
    appoint: 'Ask directly',
    dismiss: 'Dismiss',
    dismissTitle: 'Dismiss “{{title}}”',
    dismissWhy: 'It comes back when the need or the package changes.',
    dismissed: 'Dismissed',
    shortlisted: 'Kept in mind',
    introduced: 'Introduced, no answer yet',
    declined: 'Declined',
    interested: 'Interested',
    responded: 'Has responded',
    awarded: 'Awarded',
  },
});
const tones = {
  shortlisted: 'default',
  introduced: 'processing',
  declined: 'default',
  interested: 'success',
  responded: 'success',
  awarded: 'success',
} as const;

/** What the poster or a broker does with a suggestion: introduce, ask directly, dismiss. */
export function MatchActions({
  need,
  match,
  lots,
  standing,
}: {
  readonly need: NeedView;
  readonly match: NeedMatch;
  readonly lots: readonly LotSummary[];
  readonly standing: Standing;
}) {
  const t = useWords();
  const [dismissing, setDismissing] = useState(false);
  const [appointing, setAppointing] = useState(false);
  const introducing = useAct(introduce, touchedByMatching, t('introducing'));
  const dismiss = useAct(dismissMatch, touchedByMatching, t('dismissed'), true);
  const open = need.state === 'published' || need.state === 'responding';
  const free = lots.filter(mayAppoint);
  const lot =
    free.length === 1
      ? free[0]
      : free.find(({ components }) => components.some((code) => match.covered.includes(code)));
  const known = match.progress;
  return (
    <div className="kit-row need-match-actions">
      {known ? <Tag color={tones[known]}>{t(known)}</Tag> : null}
      {open && (standing.poster || standing.broker) && (known === null || known === 'shortlisted') ? (
        <Button
          size="small"
          type="primary"
          ghost
          loading={introducing.pending}
          onClick={() =>
            introducing.act({
              body: {
                needId: need.id,
                providers: [{ providerId: match.package.providerId, packageId: match.package.id }],
              },
            })
          }
        >
          {t('introduce')}
        </Button>
      ) : null}
      {standing.poster && lot && known !== 'awarded' ? (
        <Button size="small" onClick={() => setAppointing(true)}>
          {t('appoint')}
        </Button>
      ) : null}
      {(standing.poster || standing.broker) && known === null ? (
        <Button size="small" type="text" onClick={() => setDismissing(true)}>
          {t('dismiss')}
        </Button>
      ) : null}
      {dismissing ? (
        <ReasonModal
          title={t('dismissTitle', { title: match.package.title })}
          explanation={t('dismissWhy')}
          confirm={t('dismiss')}
          required={false}
          pending={dismiss.pending}
          error={dismiss.error}
          onCancel={() => setDismissing(false)}
          onConfirm={(reason) =>
            dismiss.act(
              {
                params: { needId: need.id, packageId: match.package.id },
                ifMatch: match.version,
                body: reason === '' ? {} : { reason },
              },
              () => setDismissing(false),
            )
          }
        />
      ) : null}
      {appointing && lot ? (
        <AppointModal
          lot={lot}
          provider={{ id: match.package.providerId, name: match.package.providerName }}
          packageId={match.package.id}
          onClose={() => setAppointing(false)}
        />
      ) : null}
    </div>
  );
}
