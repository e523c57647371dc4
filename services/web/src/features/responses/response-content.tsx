import { downloadResponseDocument, type ResponseView } from '@duijie/contracts';
import { DayText } from '../../kit/day-text';
import { Money } from '../../kit/money';
import { SaveFile } from '../../kit/save-file';
import { Scroll } from '../../kit/scroll';
import { useLeaves } from '../../kit/use-leaves';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('response-content', {
  zh: {
    component: '分项',
    who: '由谁承担',
    amount: '金额',
    plan: '服务方案',
    team: '项目团队',
    milestones: '节点计划',
    note: '补充说明',
    documents: '材料',
    lead: '牵头机构',
    nothing: '没有填写方案（轻方式不需要）。',
  },
  en: {
    component: 'Component',
    who: 'Done by',
    amount: 'Amount',
    plan: 'Plan',
    team: 'Team',
    milestones: 'Milestones',
    note: 'Note',
    documents: 'Documents',
    lead: 'Leader',
    nothing: 'No plan was written; the light way asks for none.',
  },
});

/** What is offered, for whoever may read it. */
export function ResponseContent({ response }: { readonly response: ResponseView }) {
  const t = useWords();
  const leaves = useLeaves();
  const { content, documents, parties } = response;
  if (!content) return null;
  const nameOf = (id: string | null): string =>
    parties.find(({ organisationId }) => organisationId === id)?.organisationName ?? t('lead');
  const { components, plan, team, milestones, note } = content;
  const bare = components.length + team.length + milestones.length + documents.length === 0 && plan + note === '';
  return (
    <>
      {bare ? <p className="muted">{t('nothing')}</p> : null}
      {components.length > 0 ? (
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
              {components.map(({ code, organisationId, amountFen }) => (
                <tr key={code}>
                  <td>{leaves.nameOf(code)}</td>
                  <td>{nameOf(organisationId ?? response.organisationId)}</td>
                  <td className="kit-end">
                    <Money fen={amountFen} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      ) : null}
      {plan === '' ? null : (
        <>
          <h3 className="kit-subheading">{t('plan')}</h3>
          <p className="kit-prose">{plan}</p>
        </>
      )}
      {team.length > 0 ? (
        <>
          <h3 className="kit-subheading">{t('team')}</h3>
          <ul className="kit-plain-list">
            {team.map(({ name, role, qualification }) => (
              <li key={name + role}>
                {name} · {role}
                {qualification ? <span className="muted"> · {qualification}</span> : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {milestones.length > 0 ? (
        <>
          <h3 className="kit-subheading">{t('milestones')}</h3>
          <ol>
            {milestones.map(({ title, dueOn, amountFen }) => (
              <li key={title + (dueOn ?? '')}>
                {title}
                {dueOn ? (
                  <>
                    {' '}
                    · <DayText day={dueOn} />
                  </>
                ) : null}
                {amountFen === null ? null : (
                  <>
                    {' '}
                    · <Money fen={amountFen} />
                  </>
                )}
              </li>
            ))}
          </ol>
        </>
      ) : null}
      {note === '' ? null : (
        <>
          <h3 className="kit-subheading">{t('note')}</h3>
          <p className="kit-prose">{note}</p>
        </>
      )}
      {documents.length > 0 ? (
        <>
          <h3 className="kit-subheading">{t('documents')}</h3>
          <div className="kit-actions">
            {documents.map(({ id, fileName }) => (
              <SaveFile
                key={id}
                contract={downloadResponseDocument}
                input={{ params: { responseId: response.id, documentId: id } }}
                label={fileName}
                fileName={fileName}
                size="small"
              />
            ))}
          </div>
        </>
      ) : null}
    </>
  );
}
