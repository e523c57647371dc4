import { Input } from 'antd';
import { useId } from 'react';
import { Field, faultAt } from '../../../kit/form-problem';
import { YuanInput } from '../../../kit/yuan-input';
import { defineWords } from '../../../words/define-words';
import { Rows } from '../../../kit/rows';
import type { ResponseDrafting } from './use-response-draft';

const useWords = defineWords('plan-part', {
  zh: {
    plan: '服务方案',
    planHint: '怎么做、分几步、达到什么效果。也可以上传文件。',
    team: '项目团队',
    name: '姓名',
    role: '分工',
    qualification: '资质证书（可不填）',
    addPerson: '添加成员',
    removePerson: '删除第 {{n}} 位成员',
    milestones: '节点计划',
    milestone: '节点，如“完成入户调查”',
    due: '完成日期',
    amount: '节点付款',
    addMilestone: '添加节点',
    removeMilestone: '删除第 {{n}} 个节点',
    note: '补充说明',
  },
  en: {
    plan: 'Plan',
    planHint: 'How you go about it, in which steps, with which result. Files may be added too.',
    team: 'Team',
    name: 'Name',
    role: 'Part in it',
    qualification: 'Qualification (optional)',
    addPerson: 'Add a person',
    removePerson: 'Remove person {{n}}',
    milestones: 'Milestones',
    milestone: 'Milestone, e.g. "survey done"',
    due: 'Due on',
    amount: 'Instalment',
    addMilestone: 'Add a milestone',
    removeMilestone: 'Remove milestone {{n}}',
    note: 'Note',
  },
});

/** What is going to be done, by whom, until when. @param paid whether milestones have instalments */
export function PlanPart({ drafting, paid }: { readonly drafting: ResponseDrafting; readonly paid: boolean }) {
  const t = useWords();
  const id = useId();
  const { draft, change, error } = drafting;
  return (
    <>
      <Field label={t('plan')} htmlFor={`${id}-plan`} hint={t('planHint')} error={error} pointer="/plan">
        <Input.TextArea
          id={`${id}-plan`}
          autoSize={{ minRows: 5, maxRows: 24 }}
          maxLength={20_000}
          value={draft.plan}
          onChange={({ target }) => change({ plan: target.value })}
        />
      </Field>
      <Field label={t('team')} error={error} pointer="/team">
        <Rows
          items={draft.team}
          blank={{ name: '', role: '', qualification: null }}
          add={t('addPerson')}
          remove={(n) => t('removePerson', { n })}
          most={50}
          onChange={(team) => change({ team })}
          render={(person, set, at) => (
            <>
              <Input
                aria-label={`${t('name')} ${at + 1}`}
                placeholder={t('name')}
                maxLength={40}
                value={person.name}
                onChange={({ target }) => set({ name: target.value })}
              />
              <Input
                aria-label={`${t('role')} ${at + 1}`}
                placeholder={t('role')}
                maxLength={60}
                value={person.role}
                onChange={({ target }) => set({ role: target.value })}
              />
              <Input
                aria-label={`${t('qualification')} ${at + 1}`}
                placeholder={t('qualification')}
                maxLength={120}
                value={person.qualification ?? ''}
                onChange={({ target }) => set({ qualification: target.value === '' ? null : target.value })}
              />
            </>
          )}
        />
      </Field>
      <Field label={t('milestones')} error={error} pointer="/milestones">
        <Rows
          items={draft.milestones}
          blank={{ title: '', dueOn: null, amountFen: null }}
          add={t('addMilestone')}
          remove={(n) => t('removeMilestone', { n })}
          most={60}
          onChange={(milestones) => change({ milestones })}
          render={(milestone, set, at) => (
            <>
              <Input
                aria-label={`${t('milestone')} ${at + 1}`}
                placeholder={t('milestone')}
                maxLength={120}
                status={faultAt(error, `/milestones/${at}/title`) ? 'error' : ''}
                value={milestone.title}
                onChange={({ target }) => set({ title: target.value })}
              />
              <Input
                type="date"
                aria-label={`${t('due')} ${at + 1}`}
                value={milestone.dueOn ?? ''}
                onChange={({ target }) => set({ dueOn: target.value === '' ? null : target.value })}
              />
              {paid ? (
                <YuanInput
                  label={`${t('amount')} ${at + 1}`}
                  value={milestone.amountFen}
                  onChange={(amountFen) => set({ amountFen })}
                />
              ) : null}
            </>
          )}
        />
      </Field>
      <Field label={t('note')} htmlFor={`${id}-note`} error={error} pointer="/note">
        <Input.TextArea
          id={`${id}-note`}
          autoSize={{ minRows: 2 }}
          maxLength={2000}
          value={draft.note}
          onChange={({ target }) => change({ note: target.value })}
        />
      </Field>
    </>
  );
}
