import type { WeightsVersion } from '@duijie/contracts';
import { Link } from 'react-router';
import { Moment } from '../../../kit/moment';
import { Scroll } from '../../../kit/scroll';
import { defineWords } from '../../../words/define-words';
import { useLanguage } from '../../../words/language';

const useWords = defineWords('weights-try-out', {
  zh: {
    title: '试算结果',
    at: '与 {{against}} 比较，试算于',
    lists: '看了最近 {{needs}} 个需求：{{changed}} 个的前十名有变化，{{first}} 个换了第一名',
    outcomes: '与以往对接结果比（{{needs}} 个需求，{{pairs}} 对）',
    none: '还没有可比较的对接结果，只能看名单变化',
    figure: '指标',
    now: '现行',
    tried: '试算',
    ndcg: '排序与结果相符（ndcg@10）',
    p1: '第一名是大家选的',
    differences: '逐个需求的变化（变化最大的 {{n}} 个）',
    need: '需求',
    entered: '进入前十',
    left: '离开前十',
    first: '第一名',
    same: '没有变化',
  },
  en: {
    title: 'Try-out',
    at: 'Against {{against}}, at',
    lists: 'Of the last {{needs}} needs the first ten of {{changed}} change, and {{first}} get another first',
    outcomes: 'Against what became of past needs ({{needs}} needs, {{pairs}} pairs)',
    none: 'No outcomes to compare with yet: only the lists can be looked at',
    figure: 'Figure',
    now: 'in force',
    tried: 'tried',
    ndcg: 'Order agrees with outcomes (ndcg@10)',
    p1: 'The first is one that people chose',
    differences: 'Need by need (the {{n}} that change most)',
    need: 'Need',
    entered: 'Enter the first ten',
    left: 'Leave the first ten',
    first: 'First',
    same: 'No change',
  },
});
const shown = (figure: number): string => figure.toFixed(3);

/** What weights would have done to past needs: figures, and who enters and leaves. */
export function TryOutView({ tryOut }: { readonly tryOut: NonNullable<WeightsVersion['tryOut']> }) {
  const t = useWords();
  const { comma } = useLanguage();
  const { outcomes, differences } = tryOut;
  const names = (packages: readonly { readonly title: string; readonly providerName: string }[]): string =>
    packages.map(({ title, providerName }) => `${title}（${providerName}）`).join(comma) || '—';
  return (
    <>
      <h3 className="kit-subheading">{t('title')}</h3>
      <p className="muted">
        {t('at', { against: tryOut.against })} <Moment at={tryOut.at} />
      </p>
      <p>{t('lists', { needs: tryOut.needs, changed: tryOut.changed, first: tryOut.otherFirst })}</p>
      {outcomes ? (
        <table className="kit-table" aria-label={t('outcomes', outcomes.proposed)}>
          <caption>{t('outcomes', { needs: outcomes.proposed.needs, pairs: outcomes.proposed.pairs })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('figure')}</th>
              <th scope="col" className="kit-end">
                {t('now')}
              </th>
              <th scope="col" className="kit-end">
                {t('tried')}
              </th>
            </tr>
          </thead>
          <tbody>
            {(['ndcg10', 'p1'] as const).map((name) => (
              <tr key={name}>
                <td>{t(name === 'p1' ? 'p1' : 'ndcg')}</td>
                <td className="kit-end">{shown(outcomes.inForce[name])}</td>
                <td className="kit-end">{shown(outcomes.proposed[name])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p className="muted">{t('none')}</p>
      )}
      {differences.length === 0 ? (
        <p className="muted">{t('same')}</p>
      ) : (
        <details>
          <summary>{t('differences', { n: differences.length })}</summary>
          <Scroll label={t('differences', { n: differences.length })}>
            <table className="kit-table">
              <thead>
                <tr>
                  {(['need', 'entered', 'left', 'first'] as const).map((name) => (
                    <th key={name} scope="col">
                      {t(name)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {differences.map((one) => (
                  <tr key={one.needId}>
                    <td>
                      <Link to={`/needs/${one.needId}`}>{one.title}</Link>
                    </td>
                    <td>{names(one.entered)}</td>
                    <td>{names(one.left)}</td>
                    <td>
                      {one.firstBefore?.packageId === one.firstAfter?.packageId
                        ? (one.firstAfter?.title ?? '—')
                        : `${one.firstBefore?.title ?? '—'} → ${one.firstAfter?.title ?? '—'}`}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        </details>
      )}
    </>
  );
}
