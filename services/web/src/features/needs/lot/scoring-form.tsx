import type { DecisionCandidate, Scoring } from '@duijie/contracts';
import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber } from 'antd';
import { Scroll } from '../../../kit/scroll';
import { defineWords } from '../../../words/define-words';

const useWords = defineWords('need-scoring', {
  zh: {
    label: '评分表',
    criterion: '评分项',
    weight: '权重',
    sum: '权重合计 {{n}}，须为 100',
    add: '加一项',
    remove: '去掉这一项',
    total: '总分',
    score: '{{name}}：{{who}} 的得分（0–100）',
  },
  en: {
    label: 'Scores',
    criterion: 'Criterion',
    weight: 'Weight',
    sum: 'The weights sum to {{n}} and must sum to 100',
    add: 'Add a criterion',
    remove: 'Remove it',
    total: 'Total',
    score: '{{name}}: score of {{who}} (0–100)',
  },
});

/** Weighted total of one response, 0–100. */
export function totalOf(scoring: Scoring, responseId: string): number {
  const scores = scoring.scores.find((one) => one.responseId === responseId)?.scores ?? [];
  return scoring.criteria.reduce((sum, { weight }, at) => sum + weight * (scores[at] ?? 0), 0) / 100;
}

/** The sheet by which responses are scored: criteria with weights, and a score of each response for each. */
export function ScoringForm({
  candidates,
  value,
  onChange,
}: {
  readonly candidates: readonly DecisionCandidate[];
  readonly value: Scoring;
  readonly onChange: (scoring: Scoring) => void;
}) {
  const t = useWords();
  const sum = value.criteria.reduce((total, { weight }) => total + weight, 0);
  const setCriterion = (at: number, part: Partial<Scoring['criteria'][number]>): void =>
    onChange({ ...value, criteria: value.criteria.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  const setScore = (responseId: string, at: number, score: number): void =>
    onChange({
      ...value,
      scores: value.scores.map((one) =>
        one.responseId === responseId
          ? { ...one, scores: one.scores.map((old, index) => (index === at ? score : old)) }
          : one,
      ),
    });
  const drop = (at: number): void =>
    onChange({
      criteria: value.criteria.filter((_one, index) => index !== at),
      scores: value.scores.map((one) => ({ ...one, scores: one.scores.filter((_old, index) => index !== at) })),
    });
  return (
    <>
      <Scroll label={t('label')}>
        <table className="kit-table" aria-label={t('label')}>
          <thead>
            <tr>
              <th scope="col">{t('criterion')}</th>
              <th scope="col">{t('weight')}</th>
              {candidates.map((one) => (
                <th key={one.responseId} scope="col" style={{ whiteSpace: 'normal' }}>
                  {one.organisationName}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {value.criteria.map((criterion, at) => (
              // A criterion has nothing but its place: its name is being typed.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={at}>
                <td>
                  <Input
                    aria-label={t('criterion')}
                    style={{ minWidth: 110 }}
                    maxLength={60}
                    value={criterion.name}
                    onChange={({ target }) => setCriterion(at, { name: target.value })}
                    suffix={
                      value.criteria.length > 1 ? (
                        <Button
                          size="small"
                          type="text"
                          aria-label={t('remove')}
                          icon={<DeleteOutlined aria-hidden />}
                          onClick={() => drop(at)}
                        />
                      ) : null
                    }
                  />
                </td>
                <td>
                  <InputNumber
                    aria-label={t('weight')}
                    style={{ width: 70 }}
                    min={1}
                    max={100}
                    precision={0}
                    value={criterion.weight}
                    onChange={(weight) => setCriterion(at, { weight: weight ?? 1 })}
                  />
                </td>
                {candidates.map((one) => (
                  <td key={one.responseId}>
                    <InputNumber
                      aria-label={t('score', { name: criterion.name, who: one.organisationName })}
                      style={{ width: 76 }}
                      min={0}
                      max={100}
                      precision={0}
                      value={value.scores.find(({ responseId }) => responseId === one.responseId)?.scores[at] ?? 0}
                      onChange={(score) => setScore(one.responseId, at, score ?? 0)}
                    />
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row" colSpan={2}>
                {t('total')}
              </th>
              {candidates.map((one) => (
                <td key={one.responseId}>
                  <b className="kit-number">{totalOf(value, one.responseId).toFixed(2)}</b>
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </Scroll>
      <div className="kit-row">
        <Button
          size="small"
          onClick={() =>
            onChange({
              criteria: [...value.criteria, { name: '', weight: Math.max(1, 100 - sum) }],
              scores: value.scores.map((one) => ({ ...one, scores: [...one.scores, 0] })),
            })
          }
        >
          {t('add')}
        </Button>
        <span className={sum === 100 ? 'muted' : 'kit-fault'}>{sum === 100 ? null : t('sum', { n: sum })}</span>
      </div>
    </>
  );
}
