import type { AnswerOf, CallInput } from '@duijie/api-client';
import { ruleFacts, type RouteContract, type RuleFacts } from '@duijie/contracts';
import { App } from 'antd';
import { useMemo, useState } from 'react';
import { useChange } from '../../../api/use-change';
import { useConflict } from '../../../kit/conflict/use-conflict';
import { FormProblem } from '../../../kit/form-problem';
import { Modal } from '../../../kit/modal';
import { useLeaves } from '../../../kit/use-leaves';
import { defineWords } from '../../../words/define-words';
import { useLanguage } from '../../../words/language';
import { blanksOf, fieldsOf, type FormField } from './form-fields';
import { PlaceOfRule } from './place-of-rule';
import { nameOf } from './rule-words';
import { ValueField } from './value-field';
import { valueWords } from './value-words';

const useWords = defineWords('rule-modal', {
  zh: {
    change: '修改：{{kind}}',
    add: '新增：{{kind}}',
    what: '谁在什么时候改了什么，记入审计。已经发布的需求按发布时的条件办。',
    save: '保存',
    cancel: '取消',
    saved: '规则已更新',
    added: '规则已录入',
  },
  en: {
    change: 'Change: {{kind}}',
    add: 'New: {{kind}}',
    what: 'Who changed what and when stands in the audit log. Needs that are published keep their terms.',
    save: 'Save',
    cancel: 'Cancel',
    saved: 'The rule is up to date',
    added: 'The rule is entered',
  },
});

/** A rule of any kind as its list shows it. */
export type KeptRule = RuleFacts & { readonly id: string; readonly version: number; readonly updatedAt: string };
/** The routes of one kind of rule. */
export interface RuleRoutes {
  readonly list: RouteContract;
  readonly add: RouteContract;
  readonly change: RouteContract;
}
type Values = Readonly<Record<string, unknown>>;
/** Of what kind a rule is, is not changed afterwards. */
const fixed: ReadonlySet<string> = new Set(['mode']);
const wholeLine: ReadonlySet<FormField['control']> = new Set(['leaves', 'choices', 'group', 'rows']);
const wide = (field: FormField): boolean =>
  wholeLine.has(field.control) || (field.control === 'text' && field.maxLength > 100);
const factNames = Object.keys(ruleFacts.shape);

const contentOf = ({ id: _id, version: _version, updatedAt: _updatedAt, ...content }: KeptRule): Values => content;

/** Enters a rule or changes one: the fields are those of its contract, and each says what is wrong with it. @param rule null: a new one */
export function RuleModal({
  kind,
  rule,
  routes,
  read,
  onClose,
}: {
  /** What rules of this kind are called. */
  readonly kind: string;
  readonly rule: KeptRule | null;
  readonly routes: RuleRoutes;
  /** Rules of this kind, as they are now. */
  readonly read: () => Promise<readonly KeptRule[]>;
  readonly onClose: () => void;
}) {
  const t = useWords();
  const { say, language, comma } = useLanguage();
  const leaves = useLeaves();
  const { message } = App.useApp();
  const fields = useMemo(() => {
    const all = routes.change.body ? fieldsOf(routes.change.body) : [];
    // What a rule says comes before what it says of itself.
    return [
      ...all.filter(({ name }) => !factNames.includes(name)),
      ...all.filter(({ name }) => factNames.includes(name)),
    ];
  }, [routes]);
  const [seen] = useState({ value: rule ? contentOf(rule) : blanksOf(fields), version: rule?.version ?? 0 });
  const [draft, setDraft] = useState<Values>(
    rule ? seen.value : { ...seen.value, jurisdiction: { code: 'CN', zh: '全国' } },
  );
  const change = useChange(routes.change, [routes.list]);
  const add = useChange(routes.add, [routes.list]);
  const error = change.error ?? add.error;
  const conflict = useConflict<Values>(
    fields.map((field) => ({
      key: field.name,
      label: say(nameOf([field.name]) ?? { zh: field.name, en: field.name }),
      show: (value) => valueWords(field, [field.name], value[field.name], { language, comma, leafOf: leaves.nameOf }),
    })),
    async () => {
      const items = await read();
      const newest = items.find(({ id }) => id === rule?.id);
      return newest ? { value: contentOf(newest), version: newest.version } : seen;
    },
  );
  const put = (name: string, value: unknown): void => setDraft((now) => ({ ...now, [name]: value }));
  const submit = async (): Promise<void> => {
    try {
      if (rule)
        await conflict.save<AnswerOf<RouteContract>>(
          seen,
          draft,
          (body, ifMatch) =>
            change.mutateAsync({ params: { ruleId: rule.id }, ifMatch, body } as CallInput<RouteContract>),
          setDraft,
        );
      else await add.mutateAsync({ body: draft } as CallInput<RouteContract>);
    } catch {
      // Shown at the fields, by `error`.
      return;
    }
    void message.success(t(rule ? 'saved' : 'added'));
    onClose();
  };
  const asked = (field: FormField) =>
    field.name === 'jurisdiction' ? (
      <PlaceOfRule
        key={field.name}
        value={draft['jurisdiction'] as RuleFacts['jurisdiction'] | undefined}
        error={error}
        onChange={(place) => put('jurisdiction', place)}
      />
    ) : (
      <div key={field.name} className={wide(field) ? 'admin-field-wide' : undefined}>
        <ValueField
          field={field}
          way={[field.name]}
          pointer={`/${field.name}`}
          value={draft[field.name]}
          error={error}
          disabled={rule !== null && fixed.has(field.name)}
          onChange={(value) => put(field.name, value)}
        />
      </div>
    );
  return (
    <Modal
      open
      width={720}
      title={t(rule ? 'change' : 'add', { kind })}
      okText={t('save')}
      cancelText={t('cancel')}
      confirmLoading={change.isPending || add.isPending}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {conflict.dialog}
      <p className="muted">{t('what')}</p>
      <FormProblem error={error} fields={fields.map(({ name }) => `/${name}`)} />
      <div className="kit-fields">{fields.map(asked)}</div>
    </Modal>
  );
}
