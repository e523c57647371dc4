import type { AgreementView } from '@duijie/contracts';
import { Link } from 'react-router';
import { Money } from '../../kit/money';
import { Scroll } from '../../kit/scroll';
import { useLeaves } from '../../kit/use-leaves';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('terms-table', {
  zh: { component: '分项', who: '由谁做、付给谁', amount: '金额', sum: '合计' },
  en: { component: 'Component', who: 'Done by and paid to', amount: 'Amount', sum: 'Total' },
});

/** Components of an agreement: who does each and is paid for it. */
export function TermsTable({ agreement }: { readonly agreement: AgreementView }) {
  const t = useWords();
  const leaves = useLeaves();
  const nameOf = (id: string): string =>
    agreement.members.find(({ organisationId }) => organisationId === id)?.organisationName ?? agreement.leadName;
  return (
    <Scroll label={t('component')}>
      <table className="kit-table">
        <thead>
          <tr>
            <th scope="col">{t('component')}</th>
            <th scope="col">{t('who')}</th>
            <th scope="col" className="kit-end">
              {t('amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {agreement.components.map(({ code, organisationId, amountFen }) => (
            <tr key={code}>
              <td>{leaves.nameOf(code)}</td>
              <td>
                <Link to={`/providers/${organisationId}`}>{nameOf(organisationId)}</Link>
              </td>
              <td className="kit-end">
                <Money fen={amountFen} />
              </td>
            </tr>
          ))}
        </tbody>
        {agreement.priceFen === null ? null : (
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {t('sum')}
              </th>
              <td className="kit-end">
                <b>
                  <Money fen={agreement.priceFen} />
                </b>
              </td>
            </tr>
          </tfoot>
        )}
      </table>
    </Scroll>
  );
}
