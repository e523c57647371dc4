import type { acceptanceInput } from '@duijie/contracts';
import type { Fault } from '@duijie/service-kit';
import type { z } from 'zod';

type Sheet = Pick<z.output<typeof acceptanceInput>, 'scores' | 'supervisors' | 'conclusion'>;

/**
 * What an acceptance sheet lacks.
 * @param fundProject special fund or community fund pays: then the last acceptance is by sheet, with the supervision
 * committee
 * @param final no milestone is left after this one
 * @see LAW.md, community support fund: the party organisation appraises and accepts, the supervision committee watches
 */
export function acceptanceFaults(sheet: Sheet, fundProject: boolean, final: boolean): Fault[] {
  const faults: Fault[] = [];
  sheet.scores.forEach(({ score, outOf }, at) => {
    if (score > outOf)
      faults.push({
        pointer: `/scores/${at}/score`,
        detail: { zh: '得分不能高于满分', en: 'The score exceeds its maximum' },
      });
  });
  if (!final && sheet.conclusion !== undefined)
    faults.push({
      pointer: '/conclusion',
      detail: {
        zh: '还有节点未验收，总体结论在最后一次验收时填写',
        en: 'Milestones are left: the overall conclusion belongs to the last acceptance',
      },
    });
  if (!final || !fundProject) return faults;
  if (sheet.scores.length === 0)
    faults.push({
      pointer: '/scores',
      detail: { zh: '资金项目验收须按标准打分', en: 'The acceptance of a fund project needs scores by criterion' },
    });
  if (sheet.supervisors.length === 0)
    faults.push({
      pointer: '/supervisors',
      detail: {
        zh: '资金项目验收须填写参加验收的监督委员会成员',
        en: 'The acceptance of a fund project names the members of the supervision committee who took part',
      },
    });
  if (sheet.conclusion === undefined)
    faults.push({
      pointer: '/conclusion',
      detail: { zh: '请填写总体结论', en: 'An overall conclusion is required' },
    });
  return faults;
}
