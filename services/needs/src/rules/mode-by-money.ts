import { codesOf, modes, type Mode } from '@duijie/domain-kit';
import type { Rule } from './rule';
import { mostLocalRules, type RuleScope } from './applicable-rules';

type ModeTemplate = Rule<'mode'>;

/** @param amountFen null when the amount is not known @returns whether the template's band holds the amount */
function inBand({ bandAboveFen, bandUpToFen }: ModeTemplate, amountFen: number): boolean {
  if (bandAboveFen === null && bandUpToFen === null) return false;
  return (bandAboveFen === null || amountFen > bandAboveFen) && (bandUpToFen === null || amountFen <= bandUpToFen);
}

/** The templates that hold at a place: for each mode those of its most local level. */
const templatesAt = (templates: readonly ModeTemplate[], scope: RuleScope): ModeTemplate[] =>
  codesOf(modes).flatMap((mode) =>
    mostLocalRules(
      templates.filter((template) => template.mode === mode),
      scope,
    ),
  );

/**
 * Proposes a mode by the band that holds the amount; the lighter one where bands overlap.
 * @param amountFen the most that the need may cost, null when it is not known: then directly, the light way
 */
export function modeByMoney(amountFen: number | null, templates: readonly ModeTemplate[], scope: RuleScope): Mode {
  if (amountFen === null) return 'direct';
  const found = templatesAt(templates, scope).find((template) => inBand(template, amountFen));
  return found?.mode ?? (amountFen === 0 ? 'claim' : 'direct');
}

/** The terms under which a mode runs: of the template whose band holds the amount, else of the mode's first. */
export function termsOf(
  mode: Mode,
  amountFen: number | null,
  templates: readonly ModeTemplate[],
  scope: RuleScope,
): ModeTemplate | null {
  const own = templatesAt(templates, scope).filter((template) => template.mode === mode);
  return (amountFen === null ? undefined : own.find((template) => inBand(template, amountFen))) ?? own[0] ?? null;
}
