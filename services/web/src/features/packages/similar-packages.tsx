import { findSimilar } from '@duijie/contracts';
import { Link } from 'react-router';
import { useCall } from '../../api/use-call';
import { PriceTag } from '../../kit/price-tag';
import { Section } from '../../kit/section';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('similar-packages', {
  zh: { title: '相似的服务包' },
  en: { title: 'Similar packages' },
});

/** Published packages much like this one, to compare with; nothing while there is none. */
export function SimilarPackages({ packageId }: { readonly packageId: string }) {
  const t = useWords();
  const { data } = useCall(findSimilar, { query: { kind: 'package', id: packageId, limit: 4 } });
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('title')}>
      <ul className="kit-plain-list">
        {data.items.map(({ id, title, organisation, price }) => (
          <li key={id} style={{ marginBottom: 8 }}>
            <Link to={`/packages/${id}`}>{title}</Link>
            <div className="kit-row muted">
              <span>{organisation.name}</span>
              {price?.model ? <PriceTag price={{ ...price, model: price.model }} /> : null}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
