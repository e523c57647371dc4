import type { LotNextStep } from '@duijie/contracts';
import { isWholeNeed, type Lot } from '../lots/lot';
import { responseVerbs } from '@duijie/domain-kit';
import { isContest } from './contest';

type Step = Omit<LotNextStep, 'at'>;
const steps = {
  wait_opening: { by: 'nobody', zh: '等待开放响应', en: 'Opens for responses soon' },
  respond: { by: 'provider', zh: '服务方可以响应', en: 'Providers may respond' },
  wait_deadline: { by: 'nobody', zh: '已截止，正在开启响应', en: 'Closed; responses are being opened' },
  decide: { by: 'poster', zh: '由需求方确定承接方', en: 'The poster decides' },
  confirm: { by: 'provider', zh: '等待受邀服务方确认', en: 'The provider asked confirms or declines' },
  wait_notice: { by: 'nobody', zh: '结果公示中', en: 'The result is posted for notice' },
  decide_objection: { by: 'broker', zh: '有正式异议，待裁定', en: 'A formal objection is to be decided' },
  agree: { by: 'both', zh: '双方签订协议', en: 'Both sides sign the agreement' },
  deliver: { by: 'provider', zh: '服务方实施，需求方验收', en: 'The provider delivers, the poster accepts' },
  publish_again: { by: 'poster', zh: '可重新发布或换一种方式', en: 'It may be published again, or go another way' },
  none: { by: 'nobody', zh: '已办结', en: 'Nothing more' },
} as const satisfies Record<LotNextStep['code'], Omit<Step, 'code'>>;

const step = (code: LotNextStep['code'], at: Date | string | null = null): LotNextStep => ({
  code,
  ...steps[code],
  at: at instanceof Date ? at.toISOString() : at,
});

function whileOpen(lot: Lot, now: Date, asked: boolean): LotNextStep {
  if (asked) return step('confirm');
  if (lot.responsesDueAt !== null && lot.responsesDueAt <= now) return step('wait_deadline');
  if (!isContest(lot) && lot.responseCount > 0) return step('decide');
  if (lot.mode === 'emergency' || lot.mode === 'recorded') return step('decide');
  return { ...step('respond', lot.responsesDueAt), zh: `服务方可以${responseVerbs[lot.mode].zh}` };
}

/** A need that goes on is not published again for the sake of one of its lots: that lot goes on in a new need. */
const publishLotAgain: LotNextStep = {
  code: 'publish_again',
  by: 'poster',
  zh: '整条需求都未成时可重新发布；其余标段仍在进行时，可一键为这一标段另起新需求',
  en: 'Where the whole need failed it may be published again; while other lots go on, one tap makes a new need of this one',
  at: null,
};

/** What happens next to a lot, and who does it. @param asked whether a direct request waits for its answer */
export function nextStepOf(lot: Lot, now: Date, asked: boolean): LotNextStep {
  switch (lot.state) {
    case 'upcoming':
      return step('wait_opening');
    case 'open':
      return whileOpen(lot, now, asked);
    case 'deciding':
      return step(asked ? 'confirm' : 'decide');
    case 'awarded':
      if (lot.award?.state === 'notice') return step('wait_notice', lot.award.noticeUntil);
      return step(lot.award?.state === 'objected' ? 'decide_objection' : 'agree');
    case 'in_delivery':
      return step('deliver');
    case 'failed':
    case 'given_back':
      return isWholeNeed(lot) ? step('publish_again') : publishLotAgain;
    case 'completed':
    case 'closed':
      return step('none');
  }
}
