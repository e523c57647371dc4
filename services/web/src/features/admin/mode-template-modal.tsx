import type { AnswerOf } from '@duijie/api-client';
import { modeTemplates } from '@duijie/contracts';
import { App, Input, InputNumber, Modal, Select, Switch } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../api/client';
import { useChange } from '../../api/use-change';
import { useConflict } from '../../kit/conflict/use-conflict';
import { Field, FormProblem } from '../../kit/form-problem';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('mode-template', {
  zh: {
    title: '修改方式模板',
    save: '保存',
    cancel: '取消',
    saved: '已保存；之后发布的需求按新条件',
    zh: '名称（中文）',
    en: '名称（英文）',
    responseDays: '响应天数',
    responseHint: '留空 = 有人承接为止',
    enquiryDays: '答疑天数',
    noticeDays: '结果公示天数',
    leastResponses: '最少响应家数',
    sealed: '密封，到期才开启',
    evaluation: '怎样评定',
    bandAboveFen: '金额高于（元）',
    bandUpToFen: '至（元，含）',
    source: '依据来源',
    none: '不评定',
    first_come: '先到先得',
    choice: '需求方选择',
    price: '比价',
    scored: '综合评分',
  },
  en: {
    title: 'Change a mode',
    save: 'Save',
    cancel: 'Cancel',
    saved: 'Saved: needs published from now on go by it',
    zh: 'Name in Chinese',
    en: 'Name in English',
    responseDays: 'Days to respond',
    responseHint: 'Empty: until somebody takes it',
    enquiryDays: 'Days of enquiry',
    noticeDays: 'Days of public notice',
    leastResponses: 'Least number of responses',
    sealed: 'Sealed until the deadline',
    evaluation: 'Evaluation',
    bandAboveFen: 'Amounts above (yuan)',
    bandUpToFen: 'up to (yuan)',
    source: 'Source',
    none: 'none',
    first_come: 'first come',
    choice: 'the poster chooses',
    price: 'price',
    scored: 'scored',
  },
});
export type ModeTemplate = AnswerOf<typeof modeTemplates.list>['items'][number];
const evaluations = ['none', 'first_come', 'choice', 'price', 'scored'] as const;
const fenAYuan = 100;
const compared = [
  'zh',
  'en',
  'responseDays',
  'enquiryDays',
  'noticeDays',
  'leastResponses',
  'bandAboveFen',
  'bandUpToFen',
  'evaluation',
  'sealed',
  'source',
] as const;

/** Changes the terms of a mode; needs that are published keep theirs. */
export function ModeTemplateModal({
  template,
  onClose,
}: {
  readonly template: ModeTemplate;
  readonly onClose: () => void;
}) {
  const t = useWords();
  const id = useId();
  const { message } = App.useApp();
  const [draft, setDraft] = useState(template);
  const [seen] = useState(template);
  const save = useChange(modeTemplates.change, [modeTemplates.list]);
  const put = (change: Partial<ModeTemplate>): void => setDraft({ ...draft, ...change });
  const conflict = useConflict<ModeTemplate>(
    compared.map((key) => ({
      key,
      label: t(key),
      ...(key === 'evaluation' ? { show: ({ evaluation }: ModeTemplate) => t(evaluation) } : {}),
      ...(key === 'bandAboveFen' || key === 'bandUpToFen'
        ? { show: ({ [key]: fen }: ModeTemplate) => (fen === null ? '' : String(fen / fenAYuan)) }
        : {}),
    })),
    async () => {
      const { items } = await api().call(modeTemplates.list, {});
      const newest = items.find((one) => one.id === template.id) ?? template;
      return { value: newest, version: newest.version };
    },
  );
  const submit = async (): Promise<void> => {
    try {
      await conflict.save(
        { value: seen, version: seen.version },
        draft,
        ({ id: ruleId, version: _version, updatedAt: _updatedAt, ...body }, ifMatch) =>
          save.mutateAsync({ params: { ruleId }, body, ifMatch }),
        setDraft,
      );
    } catch {
      // Shown at the fields, by `save.error`.
      return;
    }
    void message.success(t('saved'));
    onClose();
  };
  const number = (key: 'enquiryDays' | 'noticeDays' | 'leastResponses') => (
    <Field label={t(key)} htmlFor={id + key} pointer={`/${key}`} error={save.error}>
      <InputNumber
        id={id + key}
        min={0}
        max={365}
        precision={0}
        value={draft[key]}
        onChange={(value) => put({ [key]: value ?? 0 })}
      />
    </Field>
  );
  const yuan = (key: 'bandAboveFen' | 'bandUpToFen') => (
    <Field label={t(key)} htmlFor={id + key} pointer={`/${key}`} error={save.error}>
      <InputNumber
        id={id + key}
        min={0}
        precision={2}
        style={{ width: '100%' }}
        value={draft[key] === null ? null : draft[key] / fenAYuan}
        onChange={(value) => put({ [key]: value === null ? null : Math.round(value * fenAYuan) })}
      />
    </Field>
  );
  return (
    <Modal
      open
      title={t('title')}
      okText={t('save')}
      cancelText={t('cancel')}
      confirmLoading={save.isPending}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {conflict.dialog}
      <div className="admin-fields">
        {(['zh', 'en'] as const).map((key) => (
          <Field key={key} label={t(key)} htmlFor={id + key} pointer={`/${key}`} error={save.error}>
            <Input id={id + key} value={draft[key]} onChange={({ target }) => put({ [key]: target.value })} />
          </Field>
        ))}
        <Field
          label={t('responseDays')}
          htmlFor={`${id}response`}
          hint={t('responseHint')}
          pointer="/responseDays"
          error={save.error}
        >
          <InputNumber
            id={`${id}response`}
            min={0}
            max={365}
            precision={0}
            value={draft.responseDays}
            onChange={(responseDays) => put({ responseDays })}
          />
        </Field>
        {number('enquiryDays')}
        {number('noticeDays')}
        {number('leastResponses')}
        {yuan('bandAboveFen')}
        {yuan('bandUpToFen')}
        <Field label={t('evaluation')} htmlFor={`${id}evaluation`} pointer="/evaluation" error={save.error}>
          <Select
            id={`${id}evaluation`}
            style={{ width: '100%' }}
            value={draft.evaluation}
            options={evaluations.map((value) => ({ value, label: t(value) }))}
            onChange={(evaluation) => put({ evaluation })}
          />
        </Field>
        <Field label={t('sealed')} htmlFor={`${id}sealed`} pointer="/sealed" error={save.error}>
          <Switch id={`${id}sealed`} checked={draft.sealed} onChange={(sealed) => put({ sealed })} />
        </Field>
      </div>
      <Field label={t('source')} htmlFor={`${id}source`} pointer="/source" error={save.error}>
        <Input
          id={`${id}source`}
          maxLength={300}
          value={draft.source ?? ''}
          onChange={({ target }) => put({ source: target.value === '' ? null : target.value })}
        />
      </Field>
      <FormProblem error={save.error} fields={compared.map((field) => `/${field}`)} />
    </Modal>
  );
}
