import type { AgreementTerms, AgreementView } from '@duijie/contracts';
import { Input, Select } from 'antd';
import { useId } from 'react';
import { Field, faultAt } from '../../kit/form-problem';
import { Money } from '../../kit/money';
import { Rows } from '../../kit/rows';
import { useLeaves } from '../../kit/use-leaves';
import { YuanInput } from '../../kit/yuan-input';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('terms-form', {
  zh: {
    price: '总价',
    priceHint: '各分项之和须等于总价；不涉及资金就都留空。',
    sum: '分项合计',
    starts: '开始日期',
    ends: '结束日期',
    components: '分项',
    amount: '{{name}} 的金额',
    who: '{{name}} 由谁做',
    milestones: '节点',
    milestone: '节点名称',
    due: '完成日期',
    instalment: '验收后付款',
    add: '添加节点',
    remove: '删除第 {{n}} 个节点',
  },
  en: {
    price: 'Price',
    priceHint: 'The components sum to the price; leave all empty where no money flows.',
    sum: 'Components sum to',
    starts: 'Starts on',
    ends: 'Ends on',
    components: 'Components',
    amount: 'Amount of {{name}}',
    who: 'Who does {{name}}',
    milestones: 'Milestones',
    milestone: 'Milestone',
    due: 'Due on',
    instalment: 'Paid on acceptance',
    add: 'Add a milestone',
    remove: 'Remove milestone {{n}}',
  },
});

/** Whole terms, as they are edited. */
export type WholeTerms = { readonly [K in keyof AgreementTerms]-?: Exclude<AgreementTerms[K], undefined> };
export const termsFields = ['/priceFen', '/startsOn', '/endsOn', '/components', '/milestones'];
export const wholeTermsOf = (agreement: AgreementView): WholeTerms => ({
  priceFen: agreement.priceFen,
  startsOn: agreement.startsOn,
  endsOn: agreement.endsOn,
  components: agreement.components,
  milestones: agreement.milestones.map(({ id, title, dueOn, amountFen }) => ({ id, title, dueOn, amountFen })),
});

/** Terms of an agreement to be edited. @param at JSON pointer above them, e.g. `/terms` */
export function TermsForm({
  agreement,
  value,
  onChange,
  error,
  at = '',
}: {
  readonly agreement: AgreementView;
  readonly value: WholeTerms;
  readonly onChange: (terms: WholeTerms) => void;
  readonly error: Error | null;
  readonly at?: string;
}) {
  const t = useWords();
  const id = useId();
  const leaves = useLeaves();
  const change = (patch: Partial<WholeTerms>): void => onChange({ ...value, ...patch });
  const paid = agreement.funding !== 'none' || agreement.priceFen !== null;
  const sum = value.components.reduce((total, { amountFen }) => total + (amountFen ?? 0), 0);
  const part = (i: number, patch: Partial<WholeTerms['components'][number]>): void =>
    change({ components: value.components.map((one, j) => (i === j ? { ...one, ...patch } : one)) });
  return (
    <>
      {paid ? (
        <Field
          label={t('price')}
          htmlFor={`${id}-price`}
          hint={t('priceHint')}
          error={error}
          pointer={`${at}/priceFen`}
        >
          <YuanInput id={`${id}-price`} value={value.priceFen} onChange={(priceFen) => change({ priceFen })} />
        </Field>
      ) : null}
      <Field label={t('components')} error={error} pointer={`${at}/components`}>
        {value.components.map(({ code, organisationId, amountFen }, i) => {
          const name = leaves.nameOf(code);
          return (
            <div key={code} className="kit-line">
              <div className="kit-line-fields">
                <span>{name}</span>
                {paid ? (
                  <YuanInput
                    label={t('amount', { name })}
                    value={amountFen}
                    onChange={(fen) => part(i, { amountFen: fen })}
                  />
                ) : null}
                {agreement.members.length > 1 ? (
                  <Select<string>
                    aria-label={t('who', { name })}
                    value={organisationId}
                    onChange={(chosen) => part(i, { organisationId: chosen })}
                    options={agreement.members.map((one) => ({
                      value: one.organisationId,
                      label: one.organisationName,
                    }))}
                  />
                ) : null}
              </div>
            </div>
          );
        })}
        {value.priceFen !== null && value.priceFen !== sum ? (
          <div className="kit-urgent">
            {t('sum')} <Money fen={sum} />
          </div>
        ) : null}
      </Field>
      <div className="kit-line-fields">
        <Field label={t('starts')} htmlFor={`${id}-starts`} error={error} pointer={`${at}/startsOn`}>
          <Input
            id={`${id}-starts`}
            type="date"
            value={value.startsOn ?? ''}
            onChange={({ target }) => change({ startsOn: target.value === '' ? null : target.value })}
          />
        </Field>
        <Field label={t('ends')} htmlFor={`${id}-ends`} error={error} pointer={`${at}/endsOn`}>
          <Input
            id={`${id}-ends`}
            type="date"
            value={value.endsOn ?? ''}
            onChange={({ target }) => change({ endsOn: target.value === '' ? null : target.value })}
          />
        </Field>
      </div>
      <Field label={t('milestones')} error={error} pointer={`${at}/milestones`}>
        <Rows<WholeTerms['milestones'][number]>
          items={value.milestones}
          blank={{ title: '', dueOn: null, amountFen: null }}
          add={t('add')}
          remove={(n) => t('remove', { n })}
          most={60}
          onChange={(milestones) => change({ milestones })}
          render={(milestone, set, i) => (
            <>
              <Input
                aria-label={`${t('milestone')} ${i + 1}`}
                placeholder={t('milestone')}
                maxLength={120}
                status={faultAt(error, `${at}/milestones/${i}/title`) ? 'error' : ''}
                value={milestone.title}
                onChange={({ target }) => set({ title: target.value })}
              />
              <Input
                type="date"
                aria-label={`${t('due')} ${i + 1}`}
                value={milestone.dueOn ?? ''}
                onChange={({ target }) => set({ dueOn: target.value === '' ? null : target.value })}
              />
              {paid ? (
                <YuanInput
                  label={`${t('instalment')} ${i + 1}`}
                  value={milestone.amountFen ?? null}
                  onChange={(amountFen) => set({ amountFen })}
                />
              ) : null}
            </>
          )}
        />
      </Field>
    </>
  );
}
