import { needsRoutes } from '@duijie/contracts';
import { bind, type BoundRoute, type Context } from '@duijie/service-kit';
import type { Reference } from '../reference';
import { addRule, changeRule, type KeepRulesDeps } from '../rules/keep-rules';
import { viewOfRule } from '../rules/rule-view';

/** Rules as the association keeps them: list for all, enter and change for administrators. */
export function ruleRoutes(deps: KeepRulesDeps & { readonly reference: Reference }): BoundRoute[] {
  const add = addRule(deps);
  const change = changeRule(deps);
  const book = (ctx: Context) => deps.reference.book(ctx);
  const r = needsRoutes;
  return [
    bind(r.listModeTemplates, async (ctx) => ({ items: (await book(ctx)).mode.map(viewOfRule) })),
    bind(r.addModeTemplate, async (ctx, { body }) => viewOfRule(await add(ctx, 'mode', body))),
    bind(r.changeModeTemplate, async (ctx, { params, ifMatch, body }) =>
      viewOfRule(await change(ctx, 'mode', params.ruleId, ifMatch, body)),
    ),
    bind(r.listScreeningRules, async (ctx) => ({ items: (await book(ctx)).screening.map(viewOfRule) })),
    bind(r.addScreeningRule, async (ctx, { body }) => viewOfRule(await add(ctx, 'screening', body))),
    bind(r.changeScreeningRule, async (ctx, { params, ifMatch, body }) =>
      viewOfRule(await change(ctx, 'screening', params.ruleId, ifMatch, body)),
    ),
    bind(r.listDecisionBasisRules, async (ctx) => ({ items: (await book(ctx)).basis.map(viewOfRule) })),
    bind(r.addDecisionBasisRule, async (ctx, { body }) => viewOfRule(await add(ctx, 'basis', body))),
    bind(r.changeDecisionBasisRule, async (ctx, { params, ifMatch, body }) =>
      viewOfRule(await change(ctx, 'basis', params.ruleId, ifMatch, body)),
    ),
    bind(r.listFundingRules, async (ctx) => ({ items: (await book(ctx)).funding.map(viewOfRule) })),
    bind(r.addFundingRule, async (ctx, { body }) => viewOfRule(await add(ctx, 'funding', body))),
    bind(r.changeFundingRule, async (ctx, { params, ifMatch, body }) =>
      viewOfRule(await change(ctx, 'funding', params.ruleId, ifMatch, body)),
    ),
    bind(r.listNeedPolicies, async (ctx) => ({ items: (await book(ctx)).policy.map(viewOfRule) })),
    bind(r.addNeedPolicy, async (ctx, { body }) => viewOfRule(await add(ctx, 'policy', body))),
    bind(r.changeNeedPolicy, async (ctx, { params, ifMatch, body }) =>
      viewOfRule(await change(ctx, 'policy', params.ruleId, ifMatch, body)),
    ),
    bind(r.listResponsibilities, async (ctx) => ({ items: (await book(ctx)).responsibility.map(viewOfRule) })),
    bind(r.addResponsibility, async (ctx, { body }) => viewOfRule(await add(ctx, 'responsibility', body))),
    bind(r.changeResponsibility, async (ctx, { params, ifMatch, body }) =>
      viewOfRule(await change(ctx, 'responsibility', params.ruleId, ifMatch, body)),
    ),
    bind(r.listNeedTemplates, async (ctx) => ({ items: (await book(ctx)).template.map(viewOfRule) })),
    bind(r.addNeedTemplate, async (ctx, { body }) => viewOfRule(await add(ctx, 'template', body))),
    bind(r.changeNeedTemplate, async (ctx, { params, ifMatch, body }) =>
      viewOfRule(await change(ctx, 'template', params.ruleId, ifMatch, body)),
    ),
  ];
}
