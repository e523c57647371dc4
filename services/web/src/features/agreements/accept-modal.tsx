import { acceptMilestone, downloadAcceptanceSheet } from '@duijie/contracts';
import { Input, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { Field, FormProblem, faultAt } from '../../kit/form-problem';
import { Modal } from '../../kit/modal';
import { Rows } from '../../kit/rows';
import { SaveFile } from '../../kit/save-file';
import { useAct } from '../../kit/use-act';
import { defineWords } from '../../words/define-words';
import { FilesToAdd } from './files-to-add';
import type { OfMilestone } from './milestone-acts';
import { touched } from './touched';

const useWords = defineWords('accept', {
  zh: {
    title: '验收：{{title}}',
    last: '这是最后一个节点，验收通过后协议完成。',
    fund: '资金项目：须按标准打分，并写明参加验收的监督委员会成员和总体结论。',
    sheet: '下载验收单（Word）',
    scores: '打分',
    criterion: '标准，如“居民满意度”',
    score: '得分',
    outOf: '满分',
    addScore: '添加一项',
    removeScore: '删除第 {{n}} 项',
    supervisors: '监督委员会成员（用顿号或逗号隔开）',
    conclusion: '总体结论',
    note: '验收意见（可不填）',
    files: '验收材料（可不传）',
    accept: '验收通过',
    accepted: '已验收',
    cancel: '取消',
  },
  en: {
    title: 'Accept: {{title}}',
    last: 'This is the last milestone: accepting it completes the agreement.',
    fund: 'A fund project: scores, the members of the supervision committee and a conclusion are required.',
    sheet: 'Acceptance sheet (Word)',
    scores: 'Scores',
    criterion: 'Criterion, e.g. "residents content"',
    score: 'Score',
    outOf: 'Out of',
    addScore: 'Add a criterion',
    removeScore: 'Remove criterion {{n}}',
    supervisors: 'Members of the supervision committee (with commas)',
    conclusion: 'Conclusion',
    note: 'Remarks (optional)',
    files: 'Files (optional)',
    accept: 'Accept',
    accepted: 'Accepted',
    cancel: 'Cancel',
  },
});
interface Score {
  readonly criterion: string;
  readonly score: number;
  readonly outOf: number;
}

/** Accepts a milestone; the sheet is asked for only where a fund pays, at the last one. */
export function AcceptModal({ agreement, milestone, onClose }: OfMilestone) {
  const t = useWords();
  const id = useId();
  const last = agreement.milestones.every((one) => one.id === milestone.id || one.state === 'accepted');
  const sheet = agreement.fundProject && last;
  const [scores, setScores] = useState<Score[]>(sheet ? [{ criterion: '', score: 0, outOf: 100 }] : []);
  const [supervisors, setSupervisors] = useState('');
  const [conclusion, setConclusion] = useState('');
  const [note, setNote] = useState('');
  const [fileIds, setFileIds] = useState<readonly string[]>([]);
  const accept = useAct(acceptMilestone, touched, t('accepted'), true);
  const { error } = accept;
  const submit = (): void =>
    accept.act(
      {
        params: { agreementId: agreement.id, milestoneId: milestone.id },
        body: {
          note,
          scores: scores.filter(({ criterion }) => criterion.trim() !== ''),
          supervisors: supervisors
            .split(/[、,;\uFF0C\uFF1B\n]/u)
            .map((name) => name.trim())
            .filter((name) => name !== ''),
          ...(conclusion.trim() === '' ? {} : { conclusion }),
          fileIds: [...fileIds],
        },
        ifMatch: agreement.version,
      },
      onClose,
    );
  return (
    <Modal
      open
      width={640}
      title={t('title', { title: milestone.title })}
      okText={t('accept')}
      cancelText={t('cancel')}
      confirmLoading={accept.pending}
      onOk={submit}
      onCancel={onClose}
    >
      {last ? <p>{t('last')}</p> : null}
      {sheet ? (
        <>
          <p>{t('fund')}</p>
          <SaveFile
            contract={downloadAcceptanceSheet}
            input={{ params: { agreementId: agreement.id } }}
            label={t('sheet')}
          />
        </>
      ) : null}
      <FormProblem error={error} fields={['/scores', '/supervisors', '/conclusion', '/note']} />
      {sheet ? (
        <div style={{ marginTop: 12 }}>
          <Field label={t('scores')} error={error} pointer="/scores">
            <Rows<Score>
              items={scores}
              blank={{ criterion: '', score: 0, outOf: 100 }}
              add={t('addScore')}
              remove={(n) => t('removeScore', { n })}
              most={20}
              onChange={setScores}
              render={(one, set, at) => (
                <>
                  <Input
                    aria-label={`${t('criterion')} ${at + 1}`}
                    placeholder={t('criterion')}
                    maxLength={60}
                    value={one.criterion}
                    onChange={({ target }) => set({ criterion: target.value })}
                  />
                  <InputNumber
                    aria-label={`${t('score')} ${at + 1}`}
                    prefix={t('score')}
                    style={{ width: '100%' }}
                    min={0}
                    max={100}
                    precision={0}
                    status={faultAt(error, `/scores/${at}/score`) ? 'error' : ''}
                    value={one.score}
                    onChange={(score) => set({ score: score ?? 0 })}
                  />
                  <InputNumber
                    aria-label={`${t('outOf')} ${at + 1}`}
                    prefix={t('outOf')}
                    style={{ width: '100%' }}
                    min={1}
                    max={100}
                    precision={0}
                    value={one.outOf}
                    onChange={(outOf) => set({ outOf: outOf ?? 100 })}
                  />
                </>
              )}
            />
          </Field>
          <Field label={t('supervisors')} htmlFor={`${id}-who`} error={error} pointer="/supervisors">
            <Input
              id={`${id}-who`}
              maxLength={800}
              value={supervisors}
              onChange={({ target }) => setSupervisors(target.value)}
            />
          </Field>
          <Field label={t('conclusion')} htmlFor={`${id}-end`} error={error} pointer="/conclusion">
            <Input.TextArea
              id={`${id}-end`}
              autoSize={{ minRows: 2 }}
              maxLength={1000}
              value={conclusion}
              onChange={({ target }) => setConclusion(target.value)}
            />
          </Field>
        </div>
      ) : null}
      <Field label={t('note')} htmlFor={`${id}-note`} error={error} pointer="/note">
        <Input.TextArea
          id={`${id}-note`}
          autoSize={{ minRows: 2 }}
          maxLength={2000}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </Field>
      <FilesToAdd agreement={agreement} purpose="acceptance" label={t('files')} ids={fileIds} onChange={setFileIds} />
    </Modal>
  );
}
