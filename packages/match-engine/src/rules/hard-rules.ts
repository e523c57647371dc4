import { areaRule } from './area-rule';
import { businessScopeRule } from './business-scope-rule';
import { capacityRule } from './capacity-rule';
import { conflictRule } from './conflict-rule';
import type { HardRule } from './hard-rule';
import { kindRule } from './kind-rule';
import { leadTimeRule } from './lead-time-rule';
import { moneyRule } from './money-rule';
import { publishedRule } from './published-rule';
import { qualificationRule } from './qualification-rule';
import { verifiedRule } from './verified-rule';

/** All hard rules in the order of `RULE_CODES`. @see DOMAIN.md, Match */
export const hardRules: readonly HardRule[] = [
  publishedRule,
  verifiedRule,
  kindRule,
  businessScopeRule,
  qualificationRule,
  areaRule,
  capacityRule,
  leadTimeRule,
  moneyRule,
  conflictRule,
];
