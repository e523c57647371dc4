import type { NeedView } from '@duijie/contracts';
import { Button, Input, Select } from 'antd';
import { Field } from '../../../kit/form-problem';
import { useLeaves } from '../../../kit/use-leaves';
import { defineWords } from '../../../words/define-words';
import type { Draft } from './use-draft';

const useWords = defineWords('need-lots-field', {
  zh: {
    label: '标段',
    hint: '一般不用分。要由不同单位分别承接时才分，每项服务只归一个标段',
    split: '每项服务分成一个标段',
    join: '合成一个标段',
    name: '标段名称',
    services: '标段的服务',
  },
  en: {
    label: 'Lots',
    hint: 'One lot is the rule. Split it where several organisations shall take it; each service stands in one lot',
    split: 'One lot for each service',
    join: 'One lot for all',
    name: 'Name of the lot',
    services: 'Services of the lot',
  },
});

/** How a need is split into lots. */
export function LotsField({ draft, view }: { readonly draft: Draft; readonly view: NeedView }) {
  const t = useWords();
  const { nameOf } = useLeaves();
  const codes = draft.entered.components ?? view.components.map(({ code }) => code);
  const lots = draft.entered.lots ?? view.lots;
  const move = (code: string, to: number): void =>
    draft.change({
      lots: lots
        .map((lot, at) => ({
          ...lot,
          components:
            at === to ? [...new Set([...lot.components, code])] : lot.components.filter((one) => one !== code),
        }))
        .filter(({ components }) => components.length > 0),
    });
  return (
    <Field label={t('label')} error={draft.error} pointer="/lots" hint={t('hint')}>
      {lots.length > 1 ? (
        <ul className="kit-plain-list">
          {lots.map((lot, at) => (
            <li key={lot.id ?? lot.components.join('+')} className="kit-row" style={{ marginBottom: 6 }}>
              <Input
                aria-label={t('name')}
                style={{ flex: '1 1 160px' }}
                value={lot.title}
                maxLength={80}
                onChange={({ target }) =>
                  draft.change({
                    lots: lots.map((one, index) => (index === at ? { ...one, title: target.value } : one)),
                  })
                }
              />
              <Select
                mode="multiple"
                aria-label={t('services')}
                style={{ flex: '2 1 220px' }}
                value={lot.components}
                options={codes.map((code) => ({ value: code, label: nameOf(code) }))}
                onSelect={(code: string) => move(code, at)}
              />
            </li>
          ))}
        </ul>
      ) : null}
      <div className="kit-row">
        {codes.length > lots.length ? (
          <Button
            size="small"
            onClick={() => draft.change({ lots: codes.map((code) => ({ title: nameOf(code), components: [code] })) })}
          >
            {t('split')}
          </Button>
        ) : null}
        {lots.length > 1 ? (
          <Button size="small" onClick={() => draft.change({ lots: [{ title: view.title, components: codes }] })}>
            {t('join')}
          </Button>
        ) : null}
      </div>
    </Field>
  );
}
