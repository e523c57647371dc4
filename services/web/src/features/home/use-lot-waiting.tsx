import { listLots, type LotSummary } from '@duijie/contracts';
import { usePages } from '../../api/use-call';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import type { Source, Waiting } from './waiting-list';

const useWords = defineWords('lot-waiting', {
  zh: {
    respond: '看响应',
    decide: '去确定',
    confirm: '看进展',
    agree: '签协议',
    deliver: '看进展',
    publish_again: '重新发布',
    decide_objection: '去处理',
    look: '查看',
  },
  en: {
    respond: 'See responses',
    decide: 'Decide',
    confirm: 'See',
    agree: 'Sign',
    deliver: 'See',
    publish_again: 'Publish again',
    decide_objection: 'Deal with it',
    look: 'Open',
  },
});
type Code = LotSummary['nextStep']['code'];
const named = ['respond', 'decide', 'confirm', 'agree', 'deliver', 'publish_again', 'decide_objection'] as const;
const nameOf = (code: Code) => named.find((word) => word === code) ?? 'look';

/** @returns the lots of own needs or of the area, and those whose next step waits for one of `sides` */
export function useLotWaiting(sides: readonly LotSummary['nextStep']['by'][]): {
  readonly waiting: readonly Waiting[];
  readonly others: readonly LotSummary[];
  readonly source: Source;
} {
  const t = useWords();
  const { say } = useLanguage();
  const lots = usePages<typeof listLots, LotSummary>(listLots, { query: { limit: 50 } });
  const waits = ({ nextStep }: LotSummary): boolean => nextStep.code !== 'none' && sides.includes(nextStep.by);
  const to = ({ nextStep, agreementId, needId, id }: LotSummary): string =>
    nextStep.code === 'agree' && agreementId
      ? `/agreements/${agreementId}`
      : nextStep.code === 'publish_again'
        ? `/needs/${needId}`
        : `/lots/${id}`;
  return {
    waiting: lots.items.filter(waits).map((lot) => ({
      key: lot.id,
      title: lot.needTitle,
      what: say(lot.nextStep),
      until: lot.nextStep.at,
      action: t(nameOf(lot.nextStep.code)),
      to: to(lot),
    })),
    others: lots.items.filter((lot) => !waits(lot) && lot.nextStep.code !== 'none'),
    source: lots,
  };
}
