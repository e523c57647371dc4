import type { EventData, EventType } from '@duijie/contracts';
import type { Words } from './notice';

type State<T extends EventType> = EventData<T> extends { readonly state: infer S extends string } ? S : never;
const words = (zh: string, en: string): Words => ({ zh, en });

const ofNeed: Readonly<Partial<Record<State<'need.changed.v1'>, Words>>> = {
  draft: words('起草了需求', 'a need was drafted'),
  submitted: words('提交了需求', 'a need was submitted'),
  published: words('发布了需求', 'a need was published'),
  responding: words('发布了需求', 'a need was published'),
  withdrawn: words('撤回了需求', 'a need was withdrawn'),
};
const ofResponse: Readonly<Partial<Record<State<'response.changed.v1'>, Words>>> = {
  submitted: words('提交了报名', 'a response was submitted'),
  withdrawn: words('撤回了报名', 'a response was withdrawn'),
};
const ofAppointment: Readonly<Record<State<'appointment.changed.v1'>, Words>> = {
  waiting: words('发出了直接对接邀约', 'a provider was asked directly'),
  accepted: words('接受了直接对接邀约', 'a direct request was accepted'),
  declined: words('婉拒了直接对接邀约', 'a direct request was declined'),
  withdrawn: words('撤回了直接对接邀约', 'a direct request was withdrawn'),
  lapsed: words('结束了直接对接邀约', 'a direct request was ended'),
};
const ofAgreement: Readonly<Partial<Record<State<'agreement.changed.v1'>, Words>>> = {
  signed: words('登记了签约或更新了协议', 'an agreement was signed or brought up to date'),
  completed: words('登记了协议完成', 'an agreement was completed'),
  terminated: words('登记了协议终止', 'an agreement was terminated'),
};

/** What somebody did to bring an aggregate to its present state, as a phrase. */
export const deeds = {
  need: (state: State<'need.changed.v1'>): Words => ofNeed[state] ?? words('更新了需求', 'a need was changed'),
  lot: (): Words => words('办理了承接方确定事宜', 'something was decided about a need'),
  response: (state: State<'response.changed.v1'>): Words =>
    ofResponse[state] ?? words('更新了报名', 'a response was changed'),
  appointment: (state: State<'appointment.changed.v1'>): Words => ofAppointment[state],
  agreement: (state: State<'agreement.changed.v1'>): Words =>
    ofAgreement[state] ?? words('更新了协议', 'an agreement was changed'),
  objection: (): Words => words('办理了异议事宜', 'an objection was dealt with'),
  review: (): Words => words('提交了评价', 'a review was given'),
  introduction: (step: string): Words =>
    step === 'interested'
      ? words('答复推介：有意向', 'an introduction was answered: interested')
      : step === 'declined'
        ? words('答复推介：婉拒', 'an introduction was answered: declined')
        : words('办理了推介', 'an introduction was made or changed'),
} as const;
