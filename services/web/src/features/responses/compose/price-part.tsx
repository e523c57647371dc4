import type { LotView } from '@duijie/contracts';
import { Select } from 'antd';
import '../../../kit/rows.css';
import { Fragment } from 'react';
import { faultAt } from '../../../kit/form-problem';
import { Budget, Money } from '../../../kit/money';
import { useLeaves } from '../../../kit/use-leaves';
import { YuanInput } from '../../../kit/yuan-input';
import { defineWords } from '../../../words/define-words';
import { priceCounts, totalOf } from './response-draft';
import type { ResponseDrafting } from './use-response-draft';

const useWords = defineWords('price-part', {
  zh: {
    price: '{{name}} 的报价',
    who: '{{name}} 由谁承担',
    leader: '本机构（牵头）',
    total: '合计',
    budget: '预算',
    above: '高于预算上限',
    fixed: '定额项目，不比价格，无需报价。',
    none: '无资金需求，不报价。',
  },
  en: {
    price: 'Price of {{name}}',
    who: 'Who does {{name}}',
    leader: 'This organisation (leads)',
    total: 'Total',
    budget: 'Budget',
    above: 'above the budget',
    fixed: 'The sum is fixed and price does not count: none is asked.',
    none: 'No money is paid for this need, so there is no price.',
  },
});

/** Each component with its price where price counts, and who of a consortium does it. */
export function PricePart({
  lot,
  drafting,
  nameOf,
}: {
  readonly lot: LotView;
  readonly drafting: ResponseDrafting;
  /** Name of a member by its id. */
  readonly nameOf: (organisationId: string) => string;
}) {
  const t = useWords();
  const leaves = useLeaves();
  const { draft, change, error } = drafting;
  const { money } = lot.need;
  const priced = priceCounts(lot);
  const total = totalOf(draft);
  const set = (at: number, patch: Partial<(typeof draft.components)[number]>): void =>
    change({ components: draft.components.map((one, i) => (i === at ? { ...one, ...patch } : one)) });
  const members = draft.memberIds;
  return (
    <>
      {priced ? null : <p className="muted">{t(money.kind === 'none' ? 'none' : 'fixed')}</p>}
      {draft.components.map(({ code, organisationId, amountFen }, at) => {
        const name = leaves.nameOf(code);
        const fault = faultAt(error, `/components/${at}`);
        return (
          <Fragment key={code}>
            <div className="kit-line">
              <div className="kit-line-fields">
                <span>{name}</span>
                {priced ? (
                  <YuanInput
                    label={t('price', { name })}
                    value={amountFen}
                    onChange={(fen) => set(at, { amountFen: fen })}
                  />
                ) : null}
                {members.length > 0 ? (
                  <Select<string>
                    aria-label={t('who', { name })}
                    value={organisationId ?? ''}
                    onChange={(id) => set(at, { organisationId: id === '' ? null : id })}
                    options={[
                      { value: '', label: t('leader') },
                      ...members.map((id) => ({ value: id, label: nameOf(id) })),
                    ]}
                  />
                ) : null}
              </div>
            </div>
            {fault ? (
              <div className="kit-fault" role="alert">
                {fault}
              </div>
            ) : null}
          </Fragment>
        );
      })}
      {priced ? (
        <p className="compose-total">
          {t('total')}{' '}
          <b>
            <Money fen={total} />
          </b>
          <span className="muted">
            {' '}
            · {t('budget')} <Budget money={money} />
          </span>
          {money.kind === 'range' && total !== null && total > money.maxFen ? (
            <span className="kit-urgent"> · {t('above')}</span>
          ) : null}
        </p>
      ) : null}
    </>
  );
}
