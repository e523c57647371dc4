import { listPayerReviews, type payerReviewView } from '@duijie/contracts';
import { Button } from 'antd';
import { Link } from 'react-router';
import type { z } from 'zod';
import { usePages } from '../../api/use-call';
import { ProblemAlert } from '../../kit/problem-alert';
import { Section } from '../../kit/section';
import { When } from '../../kit/when';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('payer-reviews', {
  zh: {
    title: '承接方反馈的合作情况（仅协会可见）',
    cooperation: '配合程度 {{n}} 星',
    paid: '付款及时 {{n}} 星',
    more: '更多',
  },
  en: {
    title: 'What providers said of working with it (the association alone sees this)',
    cooperation: 'Cooperation: {{n}} of 5',
    paid: 'Paid in time: {{n}} of 5',
    more: 'More',
  },
});
type PayerReview = z.infer<typeof payerReviewView>;

/** What providers told the association of a payer; nothing where there is none. */
export function PayerReviews({ organisationId }: { readonly organisationId: string }) {
  const t = useWords();
  const pages = usePages<typeof listPayerReviews, PayerReview>(listPayerReviews, {
    params: { organisationId },
    query: { limit: 10 },
  });
  if (pages.items.length === 0 && !pages.error) return null;
  return (
    <Section title={t('title')}>
      <ProblemAlert error={pages.error} again={() => void pages.refetch()} />
      <ul className="kit-cards">
        {pages.items.map((one) => (
          <li key={one.id}>
            <div className="kit-row kit-row-spread">
              <b>{one.byOrganisationName}</b>
              <span className="muted">
                <When at={one.at} />
              </span>
            </div>
            <div className="kit-row muted">
              <Link to={`/agreements/${one.agreementId}`}>{one.needTitle}</Link>
              <span>{t('cooperation', { n: one.cooperation })}</span>
              {one.paidOnTime === null ? null : <span>{t('paid', { n: one.paidOnTime })}</span>}
            </div>
            {one.text ? <p className="kit-prose">{one.text}</p> : null}
          </li>
        ))}
      </ul>
      {pages.hasNextPage ? (
        <Button size="small" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
    </Section>
  );
}
