import type { NeedMatch } from '@duijie/contracts';
import { defineWords } from '../words/define-words';
import { useLanguage } from '../words/language';
import './contribution-bars.css';
import { layBars, signed } from './lay-bars';

const useWords = defineWords('contribution-bars', {
  zh: { gain: '加 {{n}} 分', loss: '扣 {{n}} 分', none: '0 分', points: '{{n}} 分' },
  en: { gain: '{{n}} points gained', loss: '{{n}} points lost', none: '0 points', points: '{{n}}' },
});
type Part = Pick<NeedMatch['contributions'][number], 'part' | 'points' | 'words'>;

/**
 * What each part brings to a score, or takes from it: gains to the right of a line, losses to its left with a minus.
 * @param parts points in hundredths, as the engine counts @param digits after the point
 */
export function ContributionBars({ parts, digits = 1 }: { readonly parts: readonly Part[]; readonly digits?: 0 | 1 }) {
  const t = useWords();
  const { say } = useLanguage();
  const { zeroPercent, bars } = layBars(parts.map(({ points }) => points));
  return (
    <ul className="kit-contributions">
      {parts.map(({ part, points, words }, at) => {
        const n = (Math.abs(points) / 100).toFixed(digits);
        return (
          <li key={part}>
            <span>{say(words)}</span>
            <span className="kit-contribution-track" aria-hidden>
              <span className="kit-contribution-zero" style={{ insetInlineStart: `${zeroPercent}%` }} />
              <span
                className={points < 0 ? 'kit-contribution-loss' : 'kit-contribution-gain'}
                style={{
                  insetInlineStart: `${bars[at]?.fromPercent ?? 0}%`,
                  width: `${bars[at]?.lengthPercent ?? 0}%`,
                }}
              />
            </span>
            <span className={points < 0 ? 'kit-contribution-less' : undefined}>
              <span aria-hidden>{t('points', { n: signed(points, digits) })}</span>
              <span className="kit-hidden">{t(points === 0 ? 'none' : points < 0 ? 'loss' : 'gain', { n })}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
