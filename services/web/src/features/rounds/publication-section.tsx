import type { RoundView } from '@duijie/contracts';
import { Moment } from '../../kit/moment';
import { Section } from '../../kit/section';
import { StateTag } from '../../kit/state-tag';
import { defineWords } from '../../words/define-words';
import { offerTones, roundOfferWords } from './round-words';

const useWords = defineWords('round-publication', {
  zh: {
    title: '发布情况',
    by: '{{who}}发布于',
    why: '发布时按当时的情况逐对复核，不再成立的落选并写明原因；其余由撮合工作台逐个推介。',
    count: '{{n}} 对',
  },
  en: {
    title: 'Publication',
    by: 'Published by {{who}} at',
    why: 'Every pair was looked at again: what no longer holds fell out, with its reason. The desk introduces the others.',
    count: '{{n}}',
  },
});

/** What became of a published round's offers. */
export function PublicationSection({ round }: { readonly round: RoundView }) {
  const t = useWords();
  const { publication } = round;
  if (!publication) return null;
  return (
    <Section title={t('title')}>
      <p className="muted">
        {t('by', { who: publication.by })} <Moment at={publication.at} />
        <br />
        {t('why')}
      </p>
      <ul className="round-outcomes">
        {publication.offers.map(({ state, count }) => (
          <li key={state}>
            <StateTag vocabulary={roundOfferWords} code={state} tone={offerTones[state]} /> {t('count', { n: count })}
          </li>
        ))}
      </ul>
    </Section>
  );
}
