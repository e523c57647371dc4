import type { NeedBody, UnmatchedReasons } from '@duijie/contracts';
import { dayOf, type Clock } from '@duijie/domain-kit';
import { RULE_CODES, type Finding } from '@duijie/match-engine';
import type { Context, Words } from '@duijie/service-kit';
import type { UnmatchedSurvey } from './engine/engine-protocol';
import type { Lane, MatchingEngine } from './engine/matching-engine';
import { inWords } from './http/pair.presenter';
import { ruleWords } from './http/rule-words';
import { needView } from './need-view';
import type { Subjects } from './persistence/subjects.read-model';
import { engineNeedOf } from './to-engine';

const mostExamples = 3;

function examplesOf(findings: readonly Finding[]): Words[] {
  const times = new Map<string, { words: Words; count: number }>();
  for (const { reason } of findings) {
    const words = inWords(reason);
    const known = times.get(words.zh);
    if (known) known.count += 1;
    else times.set(words.zh, { words, count: 1 });
  }
  return [...times.values()]
    .toSorted((a, b) => b.count - a.count)
    .slice(0, mostExamples)
    .map(({ words }) => words);
}

function rulesOf({ considered }: UnmatchedSurvey): UnmatchedReasons['rules'] {
  return RULE_CODES.flatMap((rule) => {
    const removed = considered.filter((findings) => findings.some((finding) => finding.rule === rule));
    if (removed.length === 0) return [];
    return [
      {
        rule,
        packages: removed.length,
        alone: removed.filter((findings) => findings.length === 1).length,
        words: ruleWords[rule],
        examples: examplesOf(removed.flatMap((findings) => findings.filter((finding) => finding.rule === rule))),
      },
    ];
  }).toSorted((a, b) => b.packages - a.packages);
}

function summaryOf(
  survey: UnmatchedSurvey,
  rules: UnmatchedReasons['rules'],
  names: ReadonlyMap<string, Words>,
): Words[] {
  const considered = survey.considered.length;
  const summary: Words[] = [];
  if (survey.components.length === 0)
    summary.push({ zh: '描述中看不出需要哪类服务，请补充', en: 'The text does not tell which service is asked for' });
  for (const { code, packages } of survey.components)
    if (packages === 0)
      summary.push({
        zh: `目前没有机构发布“${names.get(code)?.zh ?? code}”服务包`,
        en: `Nobody offers ${names.get(code)?.en ?? code} at present`,
      });
  if (considered > 0)
    summary.push({
      zh: `相关服务包${considered}个，推荐${survey.suggested}个`,
      en: `${considered} packages for these services, ${survey.suggested} suggested`,
    });
  for (const { words, packages, alone } of rules)
    summary.push({
      zh: `${packages}个不符合“${words.zh}”${alone > 0 ? `，其中${alone}个只差这一项` : ''}`,
      en: `${packages} fail "${words.en}"${alone > 0 ? `, ${alone} of them only that` : ''}`,
    });
  if (survey.belowThreshold > 0)
    summary.push({
      zh: `${survey.belowThreshold}个符合条件但贴合度不够`,
      en: `${survey.belowThreshold} pass every rule but fit too little`,
    });
  return summary;
}

/** What stands between a need and the packages for its services, as the engine finds it now. */
export const surveyNeed =
  ({
    clock,
    engine,
    subjects,
  }: {
    readonly clock: Clock;
    readonly engine: MatchingEngine;
    readonly subjects: Subjects;
  }) =>
  async (ctx: Context, need: NeedBody, lane: Lane) => {
    const asked = engineNeedOf(need, await subjects.wallOf(ctx, need));
    const asOfDay = dayOf(clock.now());
    // What the need's page shows as understood, not what a second look at the text would find.
    const components = need.components.map(({ code, confidence }) => ({ code, confidence }));
    const { output } = await engine.run(lane, 'survey', { need: asked, components, asOfDay });
    const names = await subjects.leafNames(ctx);
    const rules = rulesOf(output);
    return { output, names, rules, summary: summaryOf(output, rules, names), asOfDay };
  };

/** What was not matched and why: which hard rules stand between a need and the packages for its services. */
export const explainUnmatched =
  ({ survey, subjects }: { readonly survey: ReturnType<typeof surveyNeed>; readonly subjects: Subjects }) =>
  async (ctx: Context, needId: string): Promise<UnmatchedReasons> => {
    const { need } = needView(ctx, await subjects.need(ctx, needId));
    const { output, names, rules, summary, asOfDay } = await survey(ctx, need.body, 'ask');
    return {
      needId,
      components: output.components.map(({ code, packages }) => ({
        code,
        words: names.get(code) ?? { zh: code, en: code },
        packages,
      })),
      considered: output.considered.length,
      suggested: output.suggested,
      belowThreshold: output.belowThreshold,
      rules,
      summary,
      asOfDay,
    };
  };
