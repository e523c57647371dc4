import { editRound, type roundEdits, type RoundMark, type RoundNeed, type RoundView } from '@duijie/contracts';
import type { z } from 'zod';
import { Button, InputNumber, Tag } from 'antd';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { useAct } from '../../kit/use-act';
import { defineWords } from '../../words/define-words';
import { CandidateLine } from './candidate-line';
import { touchedByRound } from './touched';

const useWords = defineWords('round-need', {
  zh: {
    offers: '最多推介',
    all: '显示全部 {{n}} 个候选',
    fewer: '收起',
    none: '没有候选：没有匹配的服务包，或都已推介、没有余量',
    demo: '虚构',
    place: '{{who}} · {{where}}',
  },
  en: {
    offers: 'Offers at most',
    all: 'Show all {{n}} candidates',
    fewer: 'Fold',
    none: 'No candidate: nothing fits, or all were introduced or have no capacity',
    demo: 'invented',
    place: '{{who}} · {{where}}',
  },
});
const firstShown = 3;

/** A need with its candidates: those chosen, marked or best first; the rest on request. */
export function RoundNeedCard({ round, need }: { readonly round: RoundView; readonly need: RoundNeed }) {
  const t = useWords();
  const id = useId();
  const [all, setAll] = useState(false);
  const edit = useAct(editRound, touchedByRound);
  const editable = round.state === 'draft' && round.solution !== null;
  const send = (body: z.input<typeof roundEdits>): void =>
    edit.act({ params: { roundId: round.id }, body, ifMatch: round.version });
  const isKey = ({ chosenBy, mark, outcome }: RoundNeed['candidates'][number]): boolean =>
    chosenBy.includes('optimum') || mark !== null || outcome !== null;
  const sorted = need.candidates.toSorted((a, b) => Number(isKey(b)) - Number(isKey(a)) || b.score - a.score);
  const shown = all ? sorted : sorted.slice(0, Math.max(firstShown, sorted.filter(isKey).length));
  return (
    <li className="round-need">
      <div className="kit-row kit-row-spread">
        <div style={{ minWidth: 0 }}>
          <Link to={`/needs/${need.needId}`}>
            <b>{need.title}</b>
          </Link>{' '}
          {need.demo ? <Tag>{t('demo')}</Tag> : null}
          <div className="muted">
            {t('place', {
              who: need.organisationName,
              where: need.subdistrict === null ? need.district : `${need.district}${need.subdistrict}`,
            })}
          </div>
        </div>
        {editable ? (
          <span className="kit-row">
            <label htmlFor={id}>{t('offers')}</label>
            <InputNumber
              key={need.offers}
              id={id}
              size="small"
              min={0}
              max={5}
              precision={0}
              style={{ width: 64 }}
              defaultValue={need.offers}
              disabled={edit.pending}
              onBlur={({ target }) => {
                const offers = Number(target.value);
                if (target.value !== '' && offers !== need.offers) send({ needs: [{ needId: need.needId, offers }] });
              }}
              onPressEnter={({ currentTarget }) => currentTarget.blur()}
            />
          </span>
        ) : null}
      </div>
      {need.candidates.length === 0 ? <p className="muted">{t('none')}</p> : null}
      <ul className="kit-plain-list">
        {shown.map((candidate) => (
          <CandidateLine
            key={candidate.packageId}
            candidate={candidate}
            onMark={
              editable
                ? (mark: RoundMark | null) =>
                    send({ pairs: [{ needId: need.needId, packageId: candidate.packageId, mark }] })
                : null
            }
            pending={edit.pending}
          />
        ))}
      </ul>
      {sorted.length > shown.length || all ? (
        <Button type="link" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('fewer') : t('all', { n: sorted.length })}
        </Button>
      ) : null}
    </li>
  );
}
