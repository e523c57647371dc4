import {
  getLot,
  listLotObjections,
  makeObjectionFormal,
  raiseObjection,
  withdrawObjection,
  type LotView,
  type ObjectionView,
} from '@duijie/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useCall, usePages } from '../../api/use-call';
import { Deadline } from '../../kit/deadline';
import { objectionStates } from '../../kit/objection-states';
import { ReasonModal } from '../../kit/reason-modal';
import { Section } from '../../kit/section';
import { StateTag } from '../../kit/state-tag';
import { useAct } from '../../kit/use-act';
import { useNow } from '../../kit/use-now';
import { When } from '../../kit/when';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('own-objections', {
  zh: {
    title: '对结果的疑问与异议',
    until: '结果公示到',
    how: '有疑问可以不署名地问，由协会转达给需求方；也可以提出正式异议，结果会暂停，等协会或街道裁定。',
    ask: '提出疑问（不署名）',
    askTitle: '对结果提出疑问',
    askWhy: '需求方看不到是谁问的，由协会转达。',
    text: '内容',
    asked: '已提出，协会会转达',
    object: '提出正式异议',
    objectTitle: '提出正式异议',
    objectWhy: '正式异议要署名，结果会暂停，答复后由协会或街道裁定。',
    objected: '已提出正式异议，结果暂停',
    formal: '转为正式异议',
    withdraw: '撤回',
    withdrawn: '已撤回',
    answer: '答复：{{text}}',
    decision: '裁定：{{text}}',
  },
  en: {
    title: 'Questions and objections to the result',
    until: 'The result is posted until',
    how: 'You may ask without your name: the association passes it on. Or object formally: the result then waits for a decision.',
    ask: 'Ask, unnamed',
    askTitle: 'Ask about the result',
    askWhy: 'The poster does not see who asks; the association passes it on.',
    text: 'In words',
    asked: 'Asked: the association passes it on',
    object: 'Object formally',
    objectTitle: 'Object formally',
    objectWhy: 'It carries your name. The result waits until it was answered and decided.',
    objected: 'Objected: the result waits',
    formal: 'Make it formal',
    withdraw: 'Withdraw',
    withdrawn: 'Withdrawn',
    answer: 'Answer: {{text}}',
    decision: 'Decision: {{text}}',
  },
});
const touched = [listLotObjections, getLot];
const settled: ReadonlySet<ObjectionView['state']> = new Set(['upheld', 'dismissed', 'withdrawn']);

const isPosted = ({ award }: LotView, now: number): boolean =>
  award !== null &&
  (award.state === 'objected' ||
    (award.state === 'notice' && award.noticeUntil !== null && Date.parse(award.noticeUntil) > now));

function Own({ item, posted }: { readonly item: ObjectionView; readonly posted: boolean }) {
  const t = useWords();
  const formal = useAct(makeObjectionFormal, touched, t('objected'));
  const withdraw = useAct(withdrawObjection, touched, t('withdrawn'));
  const one = { params: { objectionId: item.id }, ifMatch: item.version };
  return (
    <li>
      <div className="kit-row kit-row-spread">
        <StateTag vocabulary={objectionStates} code={item.state} />
        <span className="muted">
          <When at={item.raisedAt} />
        </span>
      </div>
      <p className="kit-prose">{item.text}</p>
      {item.answer ? <p className="kit-prose">{t('answer', { text: item.answer })}</p> : null}
      {item.decision ? <p className="kit-prose">{t('decision', { text: item.decision })}</p> : null}
      <div className="kit-row">
        {posted && (item.state === 'asked' || item.state === 'answered') ? (
          <Button size="small" loading={formal.pending} onClick={() => formal.act(one)}>
            {t('formal')}
          </Button>
        ) : null}
        {settled.has(item.state) ? null : (
          <Button size="small" type="text" loading={withdraw.pending} onClick={() => withdraw.act(one)}>
            {t('withdraw')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** What a provider that was not chosen may ask of a result, or say against it, while it is posted; and what came of it. */
export function ObjectionsSection({ lotId }: { readonly lotId: string }) {
  const t = useWords();
  const now = useNow();
  const [open, setOpen] = useState<'ask' | 'object' | null>(null);
  const { data: lot } = useCall(getLot, { params: { lotId } });
  const pages = usePages<typeof listLotObjections, ObjectionView>(listLotObjections, {
    params: { lotId },
    query: { limit: 20 },
  });
  const raise = useAct(raiseObjection, touched, t(open === 'object' ? 'objected' : 'asked'), true);
  const own = pages.items.filter(({ yours }) => yours);
  const posted = lot !== undefined && isPosted(lot, now);
  const mayRaise = posted && lot.you !== 'winner' && own.every(({ state }) => settled.has(state));
  if (!mayRaise && own.length === 0) return null;
  return (
    <Section title={t('title')}>
      {posted && lot.award?.state === 'notice' && lot.award.noticeUntil ? (
        <p>
          {t('until')} <Deadline at={lot.award.noticeUntil} />
        </p>
      ) : null}
      <ul className="kit-plain-list">
        {own.map((item) => (
          <Own key={item.id} item={item} posted={posted} />
        ))}
      </ul>
      {mayRaise ? (
        <>
          <p className="muted">{t('how')}</p>
          <div className="kit-actions">
            <Button onClick={() => setOpen('ask')}>{t('ask')}</Button>
            <Button onClick={() => setOpen('object')}>{t('object')}</Button>
          </div>
        </>
      ) : null}
      {open ? (
        <ReasonModal
          title={t(`${open}Title`)}
          explanation={t(`${open}Why`)}
          label={t('text')}
          confirm={t(open)}
          pending={raise.pending}
          error={raise.error}
          onCancel={() => setOpen(null)}
          onConfirm={(text) =>
            raise.act({ params: { lotId }, body: { text, formal: open === 'object' } }, () => setOpen(null))
          }
        />
      ) : null}
    </Section>
  );
}
