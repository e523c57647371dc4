import { normaliseText } from './normalise-text';

const CLAUSE = /[^,。;:!?、\n]+/gu;
const LISTED = /^[\p{Script=Han}a-z0-9]{2,8}$/u;
const LIMIT =
  /(不(?:再)?(?:做|含|包括|包含|接(?!待|触|受)|派|出(?!门|户)|负责|提供|承接|承担|代理|直接|涉及|缺|需要|用(?!钱)|想要|要(?:求)?(?!是|么)|招|卖)|别(?:请|找|弄|来)|无需|除外|另行|另请|已有|已经有)(.{1,24})$/u;

/** Text cut into what is said and what is ruled out. */
export interface SplitText {
  /** What the text offers or asks for. */
  readonly said: string;
  /** What the text says that it does not do or does not want. */
  readonly ruledOut: string;
}

/**
 * Parts what a text says from what it rules out (`不做施工`, `不缺施工队`, `不含送餐、护理`), clause by clause.
 *
 * @param text any text
 * @returns both parts, normalised; a clause counts from its word of denial to its end, and a list after `、` goes on
 * @example splitLimits('逐户走访,不做施工。').ruledOut // '施工'
 */
export function splitLimits(text: string): SplitText {
  const said: string[] = [];
  const ruledOut: string[] = [];
  const normal = normaliseText(text);
  let listGoesOn = false;
  for (const match of normal.matchAll(CLAUSE)) {
    const clause = match[0].trim();
    const before = normal[match.index - 1];
    const denied = LIMIT.exec(clause);
    if (denied) {
      said.push(clause.slice(0, denied.index));
      ruledOut.push(denied[2] ?? '');
      listGoesOn = true;
    } else if (listGoesOn && before === '、' && LISTED.test(clause)) {
      ruledOut.push(clause);
    } else {
      said.push(clause);
      listGoesOn = false;
    }
  }
  return { said: said.filter(Boolean).join(','), ruledOut: ruledOut.filter(Boolean).join(',') };
}
