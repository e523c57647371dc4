import { defineWords } from '../words/define-words';
import './kit.css';

const useWords = defineWords('score-bar', {
  zh: { score: '匹配度 {{score}} 分（满分 100）' },
  en: { score: 'Fits {{score}} of 100' },
});

/** A score of 0–100 as a bar with its number. */
export function ScoreBar({ score }: { readonly score: number }) {
  const t = useWords();
  return (
    <span className="kit-score">
      <span className="kit-hidden">{t('score', { score })}</span>
      <span className="kit-score-track" aria-hidden>
        <span className="kit-score-fill" style={{ width: `${Math.max(0, Math.min(100, score))}%` }} />
      </span>
      <b className="kit-number" aria-hidden>
        {score.toFixed(1)}
      </b>
    </span>
  );
}
