import { modes as modeCodes, providerKinds, type NeedView } from '@duijie/contracts';
import { fundings, modes, organisationKinds, codesOf } from '@duijie/domain-kit';
import { Checkbox, Input, Select } from 'antd';
import { useId } from 'react';
import { Field } from '../../../kit/form-problem';
import { defineWords } from '../../../words/define-words';
import { useLanguage } from '../../../words/language';
import { AttachmentsField } from './attachments-field';
import { BasisField } from './basis-field';
import { LotsField } from './lots-field';
import type { Draft } from './use-draft';

const useWords = defineWords('need-more-fields', {
  zh: {
    mode: '方式',
    fixed: '发布后方式不能改',
    claim: '不花钱，谁愿意谁来认领',
    direct: '找到合适的就直接对接',
    quotation: '请几家报方案和价格，比一比',
    open_call: '公开征集，到期统一开启',
    emergency: '先办后公示，要写理由',
    recorded: '线下或其他平台已经定了，只登记',
    reason: '采用这种方式的理由',
    funding: '资金来源',
    open: '未定',
    kinds: '可承接主体（不选即不限）',
    qualifications: '资质要求',
    qualificationHint: '输入后按回车，可写多项；没有就不填',
    contact: '联系人',
    contactHint: '不公开，只给推介成功的服务方和协会',
    name: '姓名',
    phone: '电话',
  },
  en: {
    mode: 'Mode',
    fixed: 'The mode of a published need stands',
    claim: 'No money: whoever likes takes it on',
    direct: 'Directly with one that fits',
    quotation: 'A few are asked for plan and price',
    open_call: 'An open call, opened all at once',
    emergency: 'At once, notice after; a reason is asked for',
    recorded: 'Decided elsewhere, only recorded here',
    reason: 'Why this mode',
    funding: 'Source of the money',
    open: 'Open',
    kinds: 'Open to (none chosen: to all)',
    qualifications: 'Qualifications asked for',
    qualificationHint: 'Press Enter after each; leave it empty when there are none',
    contact: 'Contact',
    contactHint: 'Not public: for introduced providers and the association only',
    name: 'Name',
    phone: 'Phone',
  },
});

/** What four fields do not ask: shown when one wants it, or when something in it is wrong. */
export function MoreFields({ draft, view }: { readonly draft: Draft; readonly view: NeedView }) {
  const t = useWords();
  const { say } = useLanguage();
  const id = useId();
  const { entered, change, error } = draft;
  const mode = entered.mode ?? view.mode;
  const funding = entered.funding === undefined ? view.funding : entered.funding;
  const qualifications = entered.requiredQualifications ?? view.requiredQualifications;
  const contact = entered.contact === undefined ? (view.private?.contact ?? null) : entered.contact;
  const call = (part: { name?: string; phone?: string }): void => {
    const next = { name: contact?.name ?? '', phone: contact?.phone ?? '', ...part };
    change({ contact: next.name === '' && next.phone === '' ? null : next });
  };
  return (
    <>
      <Field
        label={t('mode')}
        htmlFor={`${id}-mode`}
        error={error}
        pointer="/mode"
        hint={draft.savesItself ? undefined : t('fixed')}
      >
        <Select
          id={`${id}-mode`}
          style={{ width: '100%' }}
          disabled={!draft.savesItself}
          value={mode}
          options={modeCodes.map((one) => ({ value: one, label: `${say(modes[one])} · ${t(one)}` }))}
          onChange={(chosen) => change({ mode: chosen })}
        />
      </Field>
      {mode === 'emergency' || mode === 'recorded' || view.modeReason ? (
        <Field label={t('reason')} htmlFor={`${id}-reason`} error={error} pointer="/modeReason">
          <Input.TextArea
            id={`${id}-reason`}
            rows={2}
            maxLength={500}
            value={entered.modeReason ?? view.modeReason ?? ''}
            onChange={({ target }) => change({ modeReason: target.value })}
          />
        </Field>
      ) : null}
      <Field label={t('funding')} htmlFor={`${id}-funding`} error={error} pointer="/funding">
        <Select
          id={`${id}-funding`}
          style={{ width: '100%' }}
          placeholder={t('open')}
          allowClear
          value={funding}
          options={codesOf(fundings).map((one) => ({ value: one, label: say(fundings[one]) }))}
          onChange={(chosen: typeof funding | undefined) => change({ funding: chosen ?? null })}
        />
      </Field>
      <BasisField draft={draft} view={view} />
      <AttachmentsField draft={draft} view={view} />
      <Field label={t('kinds')} error={error} pointer="/eligibleKinds">
        <Checkbox.Group
          value={entered.eligibleKinds ?? view.eligibleKinds}
          options={providerKinds.map((kind) => ({ value: kind, label: say(organisationKinds[kind]) }))}
          onChange={(kinds) => change({ eligibleKinds: providerKinds.filter((kind) => kinds.includes(kind)) })}
        />
      </Field>
      <Field
        label={t('qualifications')}
        htmlFor={`${id}-qualifications`}
        error={error}
        pointer="/requiredQualifications"
        hint={t('qualificationHint')}
      >
        <Select
          id={`${id}-qualifications`}
          mode="tags"
          open={false}
          suffixIcon={null}
          style={{ width: '100%' }}
          value={qualifications.map(({ name }) => name)}
          onChange={(names: string[]) =>
            change({
              requiredQualifications: names.map((name) => ({
                name,
                component: qualifications.find((one) => one.name === name)?.component ?? null,
              })),
            })
          }
        />
      </Field>
      <LotsField draft={draft} view={view} />
      <Field label={t('contact')} error={error} pointer="/contact" hint={t('contactHint')}>
        <div className="kit-row">
          <Input
            aria-label={t('name')}
            placeholder={t('name')}
            style={{ width: 140 }}
            autoComplete="name"
            maxLength={40}
            value={contact?.name ?? ''}
            onChange={({ target }) => call({ name: target.value })}
          />
          <Input
            aria-label={t('phone')}
            placeholder={t('phone')}
            style={{ width: 180 }}
            inputMode="tel"
            autoComplete="tel"
            maxLength={30}
            value={contact?.phone ?? ''}
            onChange={({ target }) => call({ phone: target.value })}
          />
        </div>
      </Field>
    </>
  );
}
