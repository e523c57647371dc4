import type { NeedState } from '@duijie/contracts';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('need-next-step', {
  zh: {
    draft: '接着写，然后发布',
    submitted: '等待审核',
    returned: '按意见修改后再提交',
    published: '看匹配，推介或直接对接',
    responding: '等服务方响应',
    deciding: '确定承接方',
    awarded: '签订协议',
    in_delivery: '跟进实施，验收',
    completed: '评价服务方',
    withdrawn: '已撤回',
    failed: '换个方式重新发布',
    duplicate_of: '并入了另一条需求',
    referred_to: '已转给责任单位',
  },
  en: {
    draft: 'Go on, then publish',
    submitted: 'Waits for screening',
    returned: 'Correct it and submit again',
    published: 'See matches, introduce or appoint',
    responding: 'Wait for responses',
    deciding: 'Decide who takes it',
    awarded: 'Sign the agreement',
    in_delivery: 'Follow and accept',
    completed: 'Review the provider',
    withdrawn: 'Withdrawn',
    failed: 'Publish again another way',
    duplicate_of: 'Merged into another need',
    referred_to: 'Referred to the body in charge',
  },
});

/** What its poster does next with a need in this state. */
export function NextStep({ need }: { readonly need: { readonly state: NeedState } }) {
  const t = useWords();
  return <span>{t(need.state)}</span>;
}
