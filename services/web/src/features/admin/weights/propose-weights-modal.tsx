import { getMatchingWeights, listWeightsVersions, proposeWeights, type WeightsVersion } from '@duijie/contracts';
import { Button, Input, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { Field, FormProblem } from '../../../kit/form-problem';
import { Modal } from '../../../kit/modal';
import { useAct } from '../../../kit/use-act';
import { defineWords } from '../../../words/define-words';
import { useLanguage } from '../../../words/language';

const useWords = defineWords('propose-weights', {
  zh: {
    title: '提出新权重',
    what: '从现行权重改起。提出后先在以往需求上试算，再由另一人发布。',
    reason: '为什么改',
    parts: '各项分值（万分制）',
    total: '合计 {{total}}，须为 10000',
    right: '合计 10000',
    balance: '其余各项按比例补齐',
    settings: '其他数值',
    send: '提出',
    cancel: '取消',
    sent: '已提出，请试算后由另一人发布',
  },
  en: {
    title: 'Propose weights',
    what: 'Starts from those in force. They are tried out on past needs, then released by a second person.',
    reason: 'Why',
    parts: 'Points of the parts (of 10,000)',
    total: 'They come to {{total}}; it must be 10000',
    right: 'They come to 10000',
    balance: 'Make the others come to the rest',
    settings: 'Other figures',
    send: 'Propose',
    cancel: 'Cancel',
    sent: 'Proposed: try them out, then a second person releases them',
  },
});
type Value = WeightsVersion['values'][number];
type Name = Value['name'];
const whole = 10_000;

/** Scales the parts that were not touched so that all come to 10,000; what rounding leaves goes to the largest. */
function balanced(
  values: readonly Value[],
  draft: Readonly<Partial<Record<Name, number>>>,
): Partial<Record<Name, number>> {
  const parts = values.filter(({ name, part }) => part && name !== 'limits');
  const touched = parts.filter(({ name, value }) => draft[name] !== undefined && draft[name] !== value);
  const others = parts.filter((one) => !touched.includes(one));
  const rest = whole - touched.reduce((sum, { name }) => sum + (draft[name] ?? 0), 0);
  const sum = others.reduce((all, { value }) => all + value, 0);
  if (rest < 0 || sum === 0) return { ...draft };
  const scaled = others.map(({ name, value }) => ({ name, value: Math.floor((value * rest) / sum) }));
  const largest = scaled.toSorted((a, b) => b.value - a.value)[0];
  const left = rest - scaled.reduce((all, { value }) => all + value, 0);
  if (largest) largest.value += left;
  return { ...draft, ...Object.fromEntries(scaled.map(({ name, value }) => [name, value])) };
}

/** Changes values of the weights in force and sends them off as a proposal. @param inForce the version in force */
export function ProposeWeightsModal({
  inForce,
  onClose,
}: {
  readonly inForce: WeightsVersion;
  readonly onClose: () => void;
}) {
  const t = useWords();
  const { say } = useLanguage();
  const id = useId();
  const [reason, setReason] = useState('');
  const [draft, setDraft] = useState<Partial<Record<Name, number>>>({});
  const propose = useAct(proposeWeights, [listWeightsVersions, getMatchingWeights], t('sent'), true);
  const valueOf = ({ name, value }: Value): number => draft[name] ?? value;
  const changes = inForce.values.flatMap((one) =>
    valueOf(one) === one.value ? [] : [{ name: one.name, value: valueOf(one) }],
  );
  const parts = inForce.values.filter(({ part }) => part);
  const total = parts.reduce((sum, one) => (one.name === 'limits' ? sum : sum + valueOf(one)), 0);
  const field = (one: Value) => (
    <div key={one.name} className="admin-weight-field">
      <label htmlFor={id + one.name}>{say(one.words)}</label>
      <InputNumber
        id={id + one.name}
        value={valueOf(one)}
        min={0}
        precision={0}
        onChange={(value) => setDraft({ ...draft, [one.name]: value ?? 0 })}
      />
    </div>
  );
  return (
    <Modal
      open
      title={t('title')}
      okText={t('send')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: changes.length === 0 || total !== whole || reason.trim().length < 2 }}
      confirmLoading={propose.pending}
      onOk={() => propose.act({ body: { reason, changes } }, onClose)}
      onCancel={onClose}
    >
      <p className="muted">{t('what')}</p>
      <Field label={t('reason')} htmlFor={`${id}reason`} pointer="/reason" error={propose.error}>
        <Input.TextArea
          id={`${id}reason`}
          rows={2}
          maxLength={300}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </Field>
      <Field label={t('parts')} pointer="/changes" error={propose.error}>
        {parts.map(field)}
        <output className={total === whole ? 'muted' : 'kit-fault'}>
          {total === whole ? t('right') : t('total', { total })}{' '}
          {total === whole ? null : (
            <Button type="link" size="small" onClick={() => setDraft(balanced(inForce.values, draft))}>
              {t('balance')}
            </Button>
          )}
        </output>
      </Field>
      <details>
        <summary>{t('settings')}</summary>
        {inForce.values.filter(({ part }) => !part).map(field)}
      </details>
      <FormProblem error={propose.error} fields={['/reason', '/changes']} />
    </Modal>
  );
}
