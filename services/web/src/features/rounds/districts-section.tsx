import { BarChartOutlined, TableOutlined } from '@ant-design/icons';
import type { RoundMeasureView } from '@duijie/contracts';
import { Segmented } from 'antd';
import { useState } from 'react';
import { Scroll } from '../../kit/scroll';
import { Section } from '../../kit/section';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { roundModeWords } from './round-words';

const useWords = defineWords('round-districts', {
  zh: {
    title: '各区满足情况',
    as: '显示方式',
    chart: '图',
    table: '表',
    district: '区（市）县',
    asked: '名额',
    label: '各区推介数占名额的比例，三种方案各一条',
    bar: '{{given}} / {{asked}}',
  },
  en: {
    title: 'Fill by district',
    as: 'Show as',
    chart: 'Chart',
    table: 'Table',
    district: 'District',
    asked: 'Places',
    label: 'Offers given of those asked for by district, a bar for each way of choosing',
    bar: '{{given}} of {{asked}}',
  },
});

/** How far each district is filled by each way of choosing: as bars, and the same as a table. */
export function DistrictsSection({ modes }: { readonly modes: readonly RoundMeasureView[] }) {
  const t = useWords();
  const { say } = useLanguage();
  const [as, setAs] = useState<'chart' | 'table'>('chart');
  const [first] = modes;
  if (!first || first.districts.length === 0) return null;
  const names = first.districts.map(({ district }) => district);
  return (
    <Section
      title={t('title')}
      extra={
        <Segmented<'chart' | 'table'>
          aria-label={t('as')}
          value={as}
          onChange={setAs}
          options={[
            { value: 'chart', label: t('chart'), icon: <BarChartOutlined aria-hidden /> },
            { value: 'table', label: t('table'), icon: <TableOutlined aria-hidden /> },
          ]}
        />
      }
    >
      {as === 'chart' ? (
        <figure className="round-districts">
          <figcaption className="kit-hidden">{t('label')}</figcaption>
          <ul className="round-keys" aria-hidden>
            {modes.map(({ mode }) => (
              <li key={mode}>
                <span className={`round-bar-${mode}`} />
                {say(roundModeWords[mode])}
              </li>
            ))}
          </ul>
          <ul className="kit-plain-list">
            {names.map((name, at) => (
              <li key={name} className="round-district">
                <span className="round-district-name">{name}</span>
                <span className="round-district-bars">
                  {modes.map(({ mode, districts }) => {
                    const { given = 0, asked = 0 } = districts[at] ?? {};
                    return (
                      <span key={mode} className="round-district-line">
                        <span className="round-track" aria-hidden>
                          <span
                            className={`round-bar-${mode}`}
                            style={{ width: `${asked === 0 ? 0 : (given / asked) * 100}%` }}
                          />
                        </span>
                        <span className="kit-hidden">{say(roundModeWords[mode])}</span>
                        <span className="kit-number">{t('bar', { given, asked })}</span>
                      </span>
                    );
                  })}
                </span>
              </li>
            ))}
          </ul>
        </figure>
      ) : (
        <Scroll label={t('title')}>
          <table className="kit-table">
            <caption className="kit-hidden">{t('label')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('district')}</th>
                <th scope="col" className="kit-end">
                  {t('asked')}
                </th>
                {modes.map(({ mode }) => (
                  <th key={mode} scope="col" className="kit-end">
                    {say(roundModeWords[mode])}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {names.map((name, at) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td className="kit-end kit-number">{first.districts[at]?.asked}</td>
                  {modes.map(({ mode, districts }) => (
                    <td key={mode} className="kit-end kit-number">
                      {districts[at]?.given}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </Section>
  );
}
