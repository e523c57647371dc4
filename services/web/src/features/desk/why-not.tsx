import { explainPair, search } from '@duijie/contracts';
import { Alert, Select } from 'antd';
import { useDeferredValue, useId, useState } from 'react';
import { useCall } from '../../api/use-call';
import { ProblemAlert } from '../../kit/problem-alert';
import { ScoreBar } from '../../kit/score-bar';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { ScoreParts } from './score-parts';

const useWords = defineWords('why-not', {
  zh: {
    ask: '为什么没有某家？',
    placeholder: '输入服务方或服务包名称',
    fits: '这个服务包在推荐之列',
    not: '没有推荐的原因',
    change: '怎样才会推荐',
    none: '没有找到',
    chance: '接洽过的同类分值，每 100 次约 {{n}} 次达成（依据 {{outcomes}} 个结果）',
  },
  en: {
    ask: 'Why is somebody not on the list?',
    placeholder: 'Name of a provider or package',
    fits: 'This package is suggested',
    not: 'Why it is not suggested',
    change: 'What would change that',
    none: 'Nothing found',
    chance:
      'Of pairs with such a score that were taken up, about {{n}} in 100 came to an award ({{outcomes}} outcomes)',
  },
});

/** Tells for any package why it is not suggested for a need, and what would change it. */
export function WhyNot({ needId }: { readonly needId: string }) {
  const t = useWords();
  const { say } = useLanguage();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [packageId, setPackageId] = useState<string | null>(null);
  const q = useDeferredValue(typed.trim());
  const found = useCall(search, { query: { q, kind: ['package'], limit: 15 } }, { enabled: q !== '' });
  const pair = useCall(
    explainPair,
    { params: { needId, packageId: packageId ?? '' } },
    { enabled: packageId !== null },
  );
  return (
    <div style={{ margin: '12px 0' }}>
      <label htmlFor={id}>{t('ask')}</label>
      <Select
        id={id}
        style={{ width: '100%' }}
        allowClear
        showSearch={{ filterOption: false, onSearch: setTyped }}
        placeholder={t('placeholder')}
        notFoundContent={q === '' || found.isPending ? null : t('none')}
        value={packageId}
        options={(found.data?.items ?? []).map((item) => ({
          value: item.id,
          label: `${item.title} · ${item.organisation.name}`,
        }))}
        onChange={(value: string | undefined) => setPackageId(value ?? null)}
      />
      <ProblemAlert error={pair.error} />
      {pair.data ? (
        <Alert
          style={{ marginTop: 8 }}
          type={pair.data.suggested ? 'success' : 'info'}
          title={
            <span className="kit-row">
              {pair.data.package.title} · {pair.data.package.providerName} <ScoreBar score={pair.data.scoreShown} />
            </span>
          }
          description={
            <>
              <b>{t(pair.data.suggested ? 'fits' : 'not')}</b>
              <ul style={{ margin: 0, paddingInlineStart: 20 }}>
                {pair.data.whyNot.map((words) => (
                  <li key={words.zh}>{say(words)}</li>
                ))}
              </ul>
              {pair.data.whatWouldChange.length > 0 ? (
                <>
                  <b>{t('change')}</b>
                  <ul style={{ margin: 0, paddingInlineStart: 20 }}>
                    {pair.data.whatWouldChange.map(({ words }) => (
                      <li key={words.zh}>{say(words)}</li>
                    ))}
                  </ul>
                </>
              ) : null}
              {pair.data.chance ? (
                <p>
                  {t('chance', {
                    n: Math.round(pair.data.chance.permille / 10),
                    outcomes: pair.data.chance.outcomes,
                  })}
                </p>
              ) : null}
              <ScoreParts contributions={pair.data.contributions} findings={pair.data.findings} />
            </>
          }
        />
      ) : null}
    </div>
  );
}
