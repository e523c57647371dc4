import type { RoundView } from '@duijie/contracts';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';

const useWords = defineWords('round-left-out', {
  zh: {
    title: '没有放进来的',
    needs: '{{n}} 个需求已不接受推介',
    introduced: '{{n}} 对此前已推介或报名',
    ownPackages: '{{n}} 对是本协会自己的服务包',
    noCapacity: '{{n}} 对没有承接余量',
    conflict: '{{n}} 对须利益回避',
    below: '{{n}} 对低于最低匹配分',
  },
  en: {
    title: 'Left out',
    needs: '{{n}} needs that take no offers any more',
    introduced: '{{n}} pairs that were introduced or have responded',
    ownPackages: "{{n}} pairs with the association's own packages",
    noCapacity: '{{n}} pairs without free capacity',
    conflict: '{{n}} pairs that the conflict wall bars',
    below: '{{n}} pairs below the least score',
  },
});
const reasons = ['needs', 'introduced', 'ownPackages', 'noCapacity', 'conflict', 'below'] as const;

/** What takes no part, and why; nothing where nothing was left out. */
export function LeftOut({ round }: { readonly round: RoundView }) {
  const t = useWords();
  const { colon, comma } = useLanguage();
  const parts = reasons.flatMap((reason) =>
    round.leftOut[reason] > 0 ? [t(reason, { n: round.leftOut[reason] })] : [],
  );
  if (parts.length === 0) return null;
  return (
    <p className="muted">
      {t('title')}
      {colon}
      {parts.join(comma)}
    </p>
  );
}
