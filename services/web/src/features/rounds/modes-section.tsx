import type { RoundView } from '@duijie/contracts';
import { Scroll } from '../../kit/scroll';
import { Section } from '../../kit/section';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { roundModeWords } from './round-words';

type Solution = NonNullable<RoundView['solution']>;
type Mode = Solution['modes'][number];

const useWords = defineWords('round-modes', {
  zh: {
    title: '三种方案对比',
    why: '发布的是整体最优；另外两种放在旁边，看得出代价。最近一次求解用时 {{ms}} 毫秒。',
    figure: '指标',
    score: '总分（满分 100 的匹配分之和）',
    share: '相当于最优的',
    offers: '推介数',
    served: '有推介的需求',
    blocking: '双方都更愿意的其他组合',
    blockingNeeds: '牵涉的需求',
    providers: '得到推介的服务方',
    ofPossible: '{{n}} / {{all}} 家',
    concentration: '集中程度（0 平均，1 全归一家）',
    most: '推介最多的',
    mostOne: '{{name}}（{{n}}）',
  },
  en: {
    title: 'Three ways of choosing',
    why: 'The optimum is what is published; the others beside it show what each costs. Solved in {{ms}} ms.',
    figure: 'Figure',
    score: 'Score in all (sum of scores of 100)',
    share: 'Of the optimum',
    offers: 'Offers',
    served: 'Needs with an offer',
    blocking: 'Pairs that both sides would rather have',
    blockingNeeds: 'Needs among them',
    providers: 'Providers with an offer',
    ofPossible: '{{n}} of {{all}}',
    concentration: 'Concentration (0 even, 1 all with one)',
    most: 'Most offers',
    mostOne: '{{name}} ({{n}})',
  },
});
const shownMost = 3;

/** The optimum beside the stable and the greedy round: what each brings, and what it costs. */
export function ModesSection({ solution }: { readonly solution: Solution }) {
  const t = useWords();
  const { say, comma } = useLanguage();
  const best = Math.max(1, solution.modes[0]?.score ?? 1);
  const rows: readonly (readonly [string, (mode: Mode) => string | number])[] = [
    [t('score'), ({ score }) => (score / 100).toFixed(1)],
    [t('offers'), ({ offers }) => offers],
    [t('served'), ({ needsServed }) => needsServed],
    [t('blocking'), ({ blockingPairs }) => blockingPairs],
    [t('blockingNeeds'), ({ needsInBlockingPair }) => needsInBlockingPair],
    [
      t('providers'),
      ({ providersServed, providersPossible }) => t('ofPossible', { n: providersServed, all: providersPossible }),
    ],
    [t('concentration'), ({ concentration }) => concentration.toFixed(2)],
    [
      t('most'),
      ({ exposure }) =>
        exposure
          .slice(0, shownMost)
          .map(({ name, offers }) => t('mostOne', { name, n: offers }))
          .join(comma),
    ],
  ];
  return (
    <Section title={t('title')}>
      <p className="muted">{t('why', { ms: solution.ms })}</p>
      <Scroll label={t('title')}>
        <table className="kit-table round-modes">
          <thead>
            <tr>
              <th scope="col">{t('figure')}</th>
              {solution.modes.map(({ mode }) => (
                <th key={mode} scope="col" className="kit-end">
                  {say(roundModeWords[mode])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t('share')}</th>
              {solution.modes.map(({ mode, score }) => {
                const percent = Math.max(0, (score / best) * 100);
                return (
                  <td key={mode} className="kit-end kit-number">
                    {percent.toFixed(1)}%
                    <span className="round-share" aria-hidden>
                      <span style={{ width: `${Math.min(100, percent)}%` }} />
                    </span>
                  </td>
                );
              })}
            </tr>
            {rows.map(([name, cell]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {solution.modes.map((mode) => (
                  <td key={mode.mode} className="kit-end">
                    {cell(mode)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Section>
  );
}
