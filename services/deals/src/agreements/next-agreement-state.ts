import type { AgreementState, MilestoneState } from '@duijie/contracts';
import { milestoneStates as milestoneWords } from '@duijie/domain-kit';
import { Conflict } from '@duijie/service-kit';
import { agreementLifecycle, type AgreementTransition } from './agreement-lifecycle';
import { milestoneLifecycle, type MilestoneTransition } from './milestone-lifecycle';

const words: Readonly<Record<AgreementState, { readonly zh: string; readonly en: string }>> = {
  drafted: { zh: '协议尚未签订', en: 'The agreement is not signed yet' },
  signed: { zh: '协议已签订，正在履行', en: 'The agreement is signed and in delivery' },
  completed: { zh: '协议已完成', en: 'The agreement is completed' },
  terminated: { zh: '协议已终止', en: 'The agreement was terminated' },
  cancelled: { zh: '协议草稿已作废', en: 'The draft was dropped' },
};

/** @throws Conflict `agreement.<state>` unless the agreement is in one of `states` */
export function requireAgreementState(state: AgreementState, states: readonly AgreementState[]): void {
  if (!states.includes(state)) throw new Conflict(`agreement.${state}`, words[state]);
}

/** @returns the state after the step @throws Conflict `agreement.<state>` when it is not possible now */
export function nextAgreementState(state: AgreementState, step: AgreementTransition): AgreementState {
  const next = agreementLifecycle.next(state, step);
  if (next.ok) return next.value;
  throw new Conflict(`agreement.${state}`, words[state]);
}

/** @returns the state after the step @throws Conflict `milestone.<state>` when it is not possible now */
export function nextMilestoneState(state: MilestoneState, step: MilestoneTransition): MilestoneState {
  const next = milestoneLifecycle.next(state, step);
  if (next.ok) return next.value;
  const { zh, en } = milestoneWords[state];
  throw new Conflict(`milestone.${state}`, {
    zh: `该节点当前为“${zh}”，不能这样做`,
    en: `The milestone is in state "${en}", which does not allow this`,
  });
}
