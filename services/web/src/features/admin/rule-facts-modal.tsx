import type { CallInput } from '@duijie/api-client';
import type { RouteContract, RuleFacts } from '@duijie/contracts';
import { DatePicker, Input, Modal, Select, Switch } from 'antd';
import dayjs from 'dayjs';
import { useId, useState } from 'react';
import { Field, FormProblem } from '../../kit/form-problem';
import { useAct } from '../../kit/use-act';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('rule-facts', {
  zh: {
    title: '修改规则的依据和生效日',
    what: '修改依据和生效日，不改内容。修改人和时间记入审计。',
    status: '状态',
    known: '有依据',
    example: '示例',
    to_be_entered: '待录入',
    source: '依据：文件名称、文号、条款，或网址',
    validFrom: '生效日',
    validHint: '留空 = 一直有效；填将来的日期，到那天才按它办',
    retired: '停用',
    save: '保存',
    cancel: '取消',
    saved: '规则已更新',
  },
  en: {
    title: 'Source and effective day of a rule',
    what: 'Changes source and day, not the content. Who changed it and when stands in the audit log.',
    status: 'State',
    known: 'by a source',
    example: 'example',
    to_be_entered: 'to be entered',
    source: 'Source: document, number, clause, or address',
    validFrom: 'Effective from',
    validHint: 'Empty: always. A day to come: it holds from then on',
    retired: 'Retired',
    save: 'Save',
    cancel: 'Cancel',
    saved: 'The rule is up to date',
  },
});
const states = ['known', 'example', 'to_be_entered'] as const;

/** A rule of any kind as its list shows it. */
export type KeptRule = RuleFacts & { readonly id: string; readonly version: number; readonly updatedAt: string };
/** The routes of one kind of rule. */
export interface RuleRoutes {
  readonly list: RouteContract;
  readonly change: RouteContract;
}

/** Changes what every rule says of itself: source, effective day, whether it holds at all. */
export function RuleFactsModal({
  rule,
  routes,
  onClose,
}: {
  readonly rule: KeptRule;
  readonly routes: RuleRoutes;
  readonly onClose: () => void;
}) {
  const t = useWords();
  const id = useId();
  const [draft, setDraft] = useState<RuleFacts>(rule);
  const save = useAct(routes.change, [routes.list], t('saved'), true);
  const submit = (): void => {
    const { id: ruleId, version, updatedAt: _updatedAt, ...content } = rule;
    const { status, source, validFrom, retired } = draft;
    const body = { ...content, status, source, validFrom, retired };
    save.act({ params: { ruleId }, ifMatch: version, body } as CallInput<RouteContract>, onClose);
  };
  return (
    <Modal
      open
      title={t('title')}
      okText={t('save')}
      cancelText={t('cancel')}
      confirmLoading={save.pending}
      onOk={submit}
      onCancel={onClose}
    >
      <p className="muted">{t('what')}</p>
      <Field label={t('status')} htmlFor={`${id}status`} pointer="/status" error={save.error}>
        <Select
          id={`${id}status`}
          style={{ width: '100%' }}
          value={draft.status}
          options={states.map((value) => ({ value, label: t(value) }))}
          onChange={(status) => setDraft({ ...draft, status })}
        />
      </Field>
      <Field label={t('source')} htmlFor={`${id}source`} pointer="/source" error={save.error}>
        <Input.TextArea
          id={`${id}source`}
          rows={2}
          maxLength={300}
          value={draft.source ?? ''}
          onChange={({ target }) => setDraft({ ...draft, source: target.value.trim() === '' ? null : target.value })}
        />
      </Field>
      <Field label={t('validFrom')} htmlFor={`${id}from`} hint={t('validHint')} pointer="/validFrom" error={save.error}>
        <DatePicker
          id={`${id}from`}
          value={draft.validFrom === null ? null : dayjs(draft.validFrom)}
          onChange={(day) => setDraft({ ...draft, validFrom: day === null ? null : day.format('YYYY-MM-DD') })}
        />
      </Field>
      <Field label={t('retired')} htmlFor={`${id}retired`} pointer="/retired" error={save.error}>
        <Switch id={`${id}retired`} checked={draft.retired} onChange={(retired) => setDraft({ ...draft, retired })} />
      </Field>
      <FormProblem error={save.error} fields={['/status', '/source', '/validFrom', '/retired']} />
    </Modal>
  );
}
