import { StarFilled } from '@ant-design/icons';
import { useId } from 'react';
import { defineWords } from '../words/define-words';
import './stars.css';

const useWords = defineWords('stars', { zh: { name: '{{n}} 星' }, en: { name: '{{n}} of 5 stars' } });

/** Asks for one to five stars. The star chosen, taken once more, takes them away. @param value 0 for none */
export function Stars({ value, onChange }: { readonly value: number; readonly onChange: (stars: number) => void }) {
  const t = useWords();
  const id = useId();
  return (
    <span className="kit-stars">
      {[1, 2, 3, 4, 5].map((n) => (
        <span key={n} className={n <= value ? 'kit-star kit-star-on' : 'kit-star'}>
          <input
            type="radio"
            name={id}
            aria-label={t('name', { n })}
            checked={n === value}
            onChange={() => onChange(n)}
            onClick={() => {
              if (n === value) onChange(0);
            }}
          />
          <StarFilled aria-hidden />
        </span>
      ))}
    </span>
  );
}
