import { areaRule } from './area-rule.js';
import { businessScopeRule } from './business-scope-rule.js';
import { capacityRule } from './capacity-rule.js';
import { conflictRule } from './conflict-rule.js';
import type { HardRule } from './hard-rule.js';
import { kindRule } from './kind-rule.js';
import { leadTimeRule } from './lead-time-rule.js';
import { moneyRule } from './money-rule.js';
import { publishedRule } from './published-rule.js';
import { qualificationRule } from './qualification-rule.js';
import { verifiedRule } from './verified-rule.js';

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
