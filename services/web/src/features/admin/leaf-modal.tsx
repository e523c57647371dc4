import { addTaxonomyLeaf, changeTaxonomyLeaf, getTaxonomy } from '@duijie/contracts';
import { Input, Select } from 'antd';
import { useId, useState } from 'react';
import { Field, FormProblem } from '../../kit/form-problem';
import { Modal } from '../../kit/modal';
import { useAct } from '../../kit/use-act';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('leaf-modal', {
  zh: {
    add: '增加服务类目',
    change: '修改服务类目',
    code: '代码（小写字母、数字、连字符）',
    zh: '名称（中文）',
    en: '名称（英文）',
    synonyms: '同义词：居民和工作人员怎么叫它',
    synonymsHint: '写一个按回车；匹配和搜索都用它',
    save: '保存',
    cancel: '取消',
    saved: '服务目录已更新',
  },
  en: {
    add: 'Add a leaf',
    change: 'Change a leaf',
    code: 'Code (small letters, digits, hyphens)',
    zh: 'Name in Chinese',
    en: 'Name in English',
    synonyms: 'Synonyms: what residents and staff call it',
    synonymsHint: 'Enter after each; matching and search go by them',
    save: 'Save',
    cancel: 'Cancel',
    saved: 'The taxonomy is up to date',
  },
});
export interface LeafDraft {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly synonyms: readonly string[];
}

/** Words of a leaf. @param leaf null for a new one @param group code of its group @param version of the taxonomy that was seen */
export function LeafModal({
  leaf,
  group,
  version,
  onClose,
}: {
  readonly leaf: LeafDraft | null;
  readonly group: string;
  readonly version: number;
  readonly onClose: () => void;
}) {
  const t = useWords();
  const id = useId();
  const [draft, setDraft] = useState<LeafDraft>(leaf ?? { code: '', zh: '', en: '', synonyms: [] });
  const add = useAct(addTaxonomyLeaf, [getTaxonomy], t('saved'), true);
  const change = useAct(changeTaxonomyLeaf, [getTaxonomy], t('saved'), true);
  const error = add.error ?? change.error;
  const submit = (): void => {
    const words = { zh: draft.zh, en: draft.en, synonyms: [...draft.synonyms] };
    if (leaf) change.act({ params: { code: leaf.code }, ifMatch: version, body: words }, onClose);
    else add.act({ ifMatch: version, body: { code: `${group}.${draft.code}`, ...words } }, onClose);
  };
  const text = (key: 'zh' | 'en') => (
    <Field label={t(key)} htmlFor={id + key} pointer={`/${key}`} error={error}>
      <Input id={id + key} value={draft[key]} onChange={({ target }) => setDraft({ ...draft, [key]: target.value })} />
    </Field>
  );
  return (
    <Modal
      open
      title={leaf ? t('change') : t('add')}
      okText={t('save')}
      cancelText={t('cancel')}
      confirmLoading={add.pending || change.pending}
      onOk={submit}
      onCancel={onClose}
    >
      {leaf ? null : (
        <Field label={t('code')} htmlFor={`${id}code`} pointer="/code" error={error}>
          <Input
            id={`${id}code`}
            prefix={`${group}.`}
            value={draft.code}
            onChange={({ target }) => setDraft({ ...draft, code: target.value })}
          />
        </Field>
      )}
      {text('zh')}
      {text('en')}
      <Field label={t('synonyms')} htmlFor={`${id}synonyms`} hint={t('synonymsHint')} pointer="/synonyms" error={error}>
        <Select
          id={`${id}synonyms`}
          mode="tags"
          style={{ width: '100%' }}
          open={false}
          suffixIcon={null}
          value={[...draft.synonyms]}
          onChange={(synonyms: string[]) => setDraft({ ...draft, synonyms })}
        />
      </Field>
      <FormProblem error={error} fields={['/code', '/zh', '/en', '/synonyms']} />
    </Modal>
  );
}
