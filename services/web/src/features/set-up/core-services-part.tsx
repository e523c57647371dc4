import { getTaxonomy, setCoreServices, type CoreService } from '@duijie/contracts';
import { Button, Input, Select, Skeleton } from 'antd';
import { useId, useState } from 'react';
import { useCall } from '../../api/use-call';
import { Field, FormProblem } from '../../kit/form-problem';
import { useAct } from '../../kit/use-act';
import { useLeaves } from '../../kit/use-leaves';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('set-up-cores', {
  zh: {
    how: '协会公布的五项核心服务。还不知道的留空，系统不会替您编；填好一项存一项。',
    service: '第 {{n}} 项',
    name: '公布的名称',
    leaf: '对应的服务类目',
    unknown: '待录入',
    choose: '选择类目',
    save: '保存第 {{n}} 项',
    saved: '已保存',
    both: '名称和类目都要填',
  },
  en: {
    how: 'The five core services that the association has published. Leave blank what you do not know; nothing is made up. Each is saved by itself.',
    service: 'Service {{n}}',
    name: 'Published name',
    leaf: 'Leaf of the taxonomy',
    unknown: 'to be entered',
    choose: 'Choose a leaf',
    save: 'Save service {{n}}',
    saved: 'Saved',
    both: 'Both name and leaf are needed',
  },
});
interface Typed {
  readonly zh: string;
  readonly leaf: string | null;
}
const blank: Typed = { zh: '', leaf: null };
const typedOf = (one: CoreService): Typed => (one.state === 'entered' ? { zh: one.zh, leaf: one.leaf } : blank);

/** Names of the core services: what is not known is asked, never invented. */
export function CoreServicesPart() {
  const t = useWords();
  const id = useId();
  const taxonomy = useCall(getTaxonomy, {});
  const { choices } = useLeaves();
  const save = useAct(setCoreServices, [getTaxonomy], t('saved'), true);
  const [typed, setTyped] = useState<Readonly<Record<number, Typed>>>({});
  const [saving, setSaving] = useState<number | null>(null);
  if (!taxonomy.data) return <Skeleton active />;
  const { coreServices, version } = taxonomy.data;
  const store = (at: number, { zh, leaf }: Typed): void => {
    const entered: CoreService =
      leaf === null || zh.trim() === '' ? { state: 'to_be_entered' } : { state: 'entered', leaf, zh: zh.trim() };
    setSaving(at);
    save.act(
      { ifMatch: version, body: { coreServices: coreServices.map((one, i) => (i === at ? entered : one)) } },
      () => setTyped(({ [at]: _saved, ...rest }) => rest),
    );
  };
  return (
    <>
      <p className="muted">{t('how')}</p>
      {coreServices.map((one, at) => {
        const value = typed[at] ?? typedOf(one);
        const put = (change: Partial<Typed>): void => setTyped({ ...typed, [at]: { ...value, ...change } });
        const error = saving === at ? save.error : null;
        const half = (value.zh.trim() === '') !== (value.leaf === null);
        return (
          // The five have no identity but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <fieldset key={at} className="set-up-band" aria-label={t('service', { n: at + 1 })}>
            <Field
              label={`${at + 1}. ${t('name')}`}
              htmlFor={`${id}-name-${at}`}
              pointer={`/coreServices/${at}/zh`}
              error={error}
            >
              <Input
                id={`${id}-name-${at}`}
                maxLength={60}
                placeholder={t('unknown')}
                value={value.zh}
                onChange={({ target }) => put({ zh: target.value })}
              />
            </Field>
            <div style={{ gridColumn: 'span 2' }}>
              <Field
                label={t('leaf')}
                htmlFor={`${id}-leaf-${at}`}
                pointer={`/coreServices/${at}/leaf`}
                error={error}
                hint={half ? t('both') : undefined}
              >
                <Select
                  id={`${id}-leaf-${at}`}
                  style={{ width: '100%' }}
                  allowClear
                  showSearch={{ optionFilterProp: 'words' }}
                  placeholder={t('choose')}
                  value={value.leaf}
                  options={choices}
                  onChange={(leaf: string | null | undefined) => put({ leaf: leaf ?? null })}
                />
              </Field>
            </div>
            <Button
              aria-label={t('save', { n: at + 1 })}
              disabled={typed[at] === undefined || half}
              loading={save.pending && saving === at}
              onClick={() => store(at, value)}
            >
              {t('save', { n: at + 1 })}
            </Button>
          </fieldset>
        );
      })}
      <FormProblem error={save.error} fields={coreServices.map((_one, at) => `/coreServices/${at}`)} />
    </>
  );
}
