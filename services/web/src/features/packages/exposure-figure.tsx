import { getProviderExposure } from '@duijie/contracts';
import { useCall } from '../../api/use-call';
import { Section } from '../../kit/section';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('exposure-figure', {
  zh: {
    title: '推荐曝光',
    why: '按匹配分应得的份额与实际排位得到的份额比，近 {{days}} 天累计。被少展示的会在评分里补回。只有本机构和协会看得到。',
    none: '还没有记入：每天名单算完后记一次。',
    merit: '应得份额',
    had: '实际份额',
    owed: '欠缺',
    lists: '在 {{n}} 个需求的名单中，已记 {{days}} 天',
  },
  en: {
    title: 'Exposure',
    why: 'The share that its scores call for against the share that its places brought, over {{days}} days. Who is shown too little gets it back in the score. Only the organisation itself and the association see this.',
    none: 'Nothing entered yet: it is, once a day, when the lists are made.',
    merit: 'Share by merit',
    had: 'Share had',
    owed: 'Owed',
    lists: 'In the lists of {{n}} needs; {{days}} days entered',
  },
});
/** Millionths as per cent. */
const percentOfPpm = (ppm: number): string => `${(ppm / 10_000).toFixed(2)}%`;

/** What a provider was due and has had, for itself and the association. */
export function ExposureFigure({ organisationId }: { readonly organisationId: string }) {
  const t = useWords();
  const { data } = useCall(getProviderExposure, { params: { organisationId } });
  if (!data) return null;
  return (
    <Section title={t('title')}>
      <p className="muted">{t('why', { days: data.daysAmortised })}</p>
      {data.days === 0 ? (
        <p className="muted">{t('none')}</p>
      ) : (
        <>
          <dl className="exposure-figure">
            <dt>{t('merit')}</dt>
            <dd className="kit-number">{percentOfPpm(data.meritPpm)}</dd>
            <dt>{t('had')}</dt>
            <dd className="kit-number">{percentOfPpm(data.exposurePpm)}</dd>
            <dt>{t('owed')}</dt>
            <dd className="kit-number">{`${(data.owedPermille / 10).toFixed(0)}%`}</dd>
          </dl>
          <p className="muted">{t('lists', { n: data.lists, days: data.days })}</p>
        </>
      )}
    </Section>
  );
}
