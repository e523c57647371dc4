import { downloadAgreementFile, type AgreementView } from '@duijie/contracts';
import { milestoneStates } from '@duijie/domain-kit';
import { Tag } from 'antd';
import { DayText } from '../../kit/day-text';
import { Moment } from '../../kit/moment';
import { Money } from '../../kit/money';
import { SaveFile } from '../../kit/save-file';
import { StateTag } from '../../kit/state-tag';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import './agreement.css';
import { MilestoneActs } from './milestone-acts';

const useWords = defineWords('milestones', {
  zh: {
    overdue: '已逾期',
    due: '应于 ',
    instalment: '验收后付 ',
    delivered: '服务方登记完成',
    accepted: '验收通过',
    sent_back: '退回整改',
    supervisors: '监督委员会：{{names}}',
    conclusion: '总体结论：{{text}}',
    provider: '轮到服务方',
    poster: '轮到需求方验收',
  },
  en: {
    overdue: 'overdue',
    due: 'due ',
    instalment: 'on acceptance ',
    delivered: 'Delivered',
    accepted: 'Accepted',
    sent_back: 'Sent back',
    supervisors: 'Supervision committee: {{names}}',
    conclusion: 'Conclusion: {{text}}',
    provider: "provider's turn",
    poster: 'waits for acceptance',
  },
});
type Milestone = AgreementView['milestones'][number];

function Step({ step, agreement }: { readonly step: Milestone['steps'][number]; readonly agreement: AgreementView }) {
  const t = useWords();
  const { comma, colon } = useLanguage();
  return (
    <li>
      <span className="kit-row">
        <b>{t(step.kind)}</b>
        <span className="muted">
          <Moment at={step.at} />
        </span>
      </span>
      {step.note ? <p className="kit-prose">{step.note}</p> : null}
      {step.sheet && step.sheet.scores.length > 0 ? (
        <ul className="kit-plain-list">
          {step.sheet.scores.map(({ criterion, score, outOf }) => (
            <li key={criterion}>
              {criterion}
              {colon}
              {score}/{outOf}
            </li>
          ))}
        </ul>
      ) : null}
      {step.sheet && step.sheet.supervisors.length > 0 ? (
        <div>{t('supervisors', { names: step.sheet.supervisors.join(comma) })}</div>
      ) : null}
      {step.sheet?.conclusion ? <div>{t('conclusion', { text: step.sheet.conclusion })}</div> : null}
      <div className="kit-actions">
        {agreement.files
          .filter(({ id }) => step.fileIds.includes(id))
          .map(({ id, fileName }) => (
            <SaveFile
              key={id}
              size="small"
              type="link"
              contract={downloadAgreementFile}
              input={{ params: { agreementId: agreement.id, fileId: id } }}
              label={fileName}
              fileName={fileName}
            />
          ))}
      </div>
    </li>
  );
}

/** Milestones in their order, with what happened to each and what may be done now. */
export function MilestoneTimeline({ agreement }: { readonly agreement: AgreementView }) {
  const t = useWords();
  return (
    <ol className="milestones">
      {agreement.milestones.map((milestone) => (
        <li key={milestone.id} className={`milestone milestone-${milestone.state}`}>
          <div className="kit-row">
            <span className="milestone-title">{milestone.title}</span>
            <StateTag vocabulary={milestoneStates} code={milestone.state} />
            {milestone.overdue ? (
              <Tag color="error" style={{ marginInlineEnd: 0 }}>
                {t('overdue')}
              </Tag>
            ) : null}
          </div>
          <div className="kit-row muted">
            {milestone.dueOn ? (
              <span>
                {t('due')}
                <DayText day={milestone.dueOn} />
              </span>
            ) : null}
            {milestone.amountFen === null ? null : (
              <span>
                {t('instalment')}
                <Money fen={milestone.amountFen} />
              </span>
            )}
            {milestone.waitsFor ? <span>{t(milestone.waitsFor)}</span> : null}
          </div>
          {milestone.steps.length > 0 ? (
            <ul className="milestone-steps">
              {milestone.steps.map((step) => (
                <Step key={step.id} step={step} agreement={agreement} />
              ))}
            </ul>
          ) : null}
          <MilestoneActs agreement={agreement} milestone={milestone} />
        </li>
      ))}
    </ol>
  );
}
