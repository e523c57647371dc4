import type { ResponseState } from '@duijie/contracts';
import { Conflict } from '@duijie/service-kit';
import { responseLifecycle, type ResponseTransition } from './response-lifecycle';

const words: Readonly<Record<ResponseState, { readonly zh: string; readonly en: string }>> = {
  draft: { zh: '草稿', en: 'draft' },
  submitted: { zh: '已提交', en: 'submitted' },
  opened: { zh: '已开启', en: 'opened' },
  shortlisted: { zh: '已入围', en: 'shortlisted' },
  awarded: { zh: '已选定', en: 'awarded' },
  rejected: { zh: '未选定', en: 'not chosen' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  disqualified: { zh: '已取消资格', en: 'disqualified' },
};

/** The response's state does not allow what was asked. */
export const wrongResponseState = (state: ResponseState): Conflict =>
  new Conflict('response.wrong-state', {
    zh: `响应当前状态为“${words[state].zh}”，不能这样做`,
    en: `The response is in state "${words[state].en}", which does not allow this`,
  });

/** @returns the state that `transition` leads to @throws Conflict `response.wrong-state` with the state in words */
export function nextResponseState(state: ResponseState, transition: ResponseTransition): ResponseState {
  const next = responseLifecycle.next(state, transition);
  if (next.ok) return next.value;
  throw wrongResponseState(state);
}
