import type { ReviewView } from '@duijie/contracts';
import { defineWords } from '../words/define-words';
import { useLanguage } from '../words/language';
import './kit.css';
import { useLeaves } from './use-leaves';
import { When } from './when';

const useWords = defineWords('review-card', {
  zh: {
    stars: '{{n}} 星',
    quality: '质量',
    timeliness: '及时',
    communication: '沟通',
    cost: '性价比',
    reply: '服务方回应：{{text}}',
  },
  en: {
    stars: '{{n}} of 5',
    quality: 'quality',
    timeliness: 'in time',
    communication: 'communication',
    cost: 'worth the price',
    reply: 'Reply of the provider: {{text}}',
  },
});
const aspects = ['quality', 'timeliness', 'communication', 'cost'] as const;

/** A public rating of a provider, with its reply. */
export function ReviewCard({ review }: { readonly review: ReviewView }) {
  const t = useWords();
  const { comma } = useLanguage();
  const leaves = useLeaves();
  return (
    <article>
      <div className="kit-row">
        <span className="review-stars" aria-hidden>
          {'★'.repeat(review.rating) + '☆'.repeat(5 - review.rating)}
        </span>
        <span>{t('stars', { n: review.rating })}</span>
        <b>{review.byOrganisationName}</b>
        <When at={review.at} />
      </div>
      <div className="muted">
        {review.needTitle}
        {review.leaves.length > 0 ? ` · ${review.leaves.map((leaf) => leaves.nameOf(leaf)).join(comma)}` : ''}
      </div>
      {review.text ? <p className="kit-prose">{review.text}</p> : null}
      <div className="kit-row muted">
        {aspects.map((aspect) => {
          const stars = review.aspects[aspect];
          return stars === undefined ? null : (
            <span key={aspect}>
              {t(aspect)} {stars}/5
            </span>
          );
        })}
      </div>
      {review.reply ? <p className="kit-prose">{t('reply', { text: review.reply.text })}</p> : null}
    </article>
  );
}
