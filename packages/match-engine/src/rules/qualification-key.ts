import { normaliseText } from '../text/normalise-text';

const ALIASES: readonly (readonly [RegExp, string])[] = [
  [/(助理)?社会工作(者|师)(职业资格|职业水平)?(证书|持证|证)?|持证社工|社工证|社工师(持证|证)?/gu, '社工师'],
  [/养老护理(员|师)?(职业资格|职业技能等级)?(持证|证书|证)?|护理员证|护理证|持证护理员/gu, '养老护理员'],
  [/心理咨询师(职业资格)?(持证|证书|证)?/gu, '心理咨询师'],
  [/人民调解员(持证|证书|证)?|持证调解员/gu, '人民调解员'],
];
const NOISE = /[^\p{Script=Han}a-z0-9]/gu;

/**
 * Brings the name of a qualification to a form in which the same one is written the same.
 *
 * @param name free text, e.g. `承装(修、试)电力设施许可证`
 * @returns letters and characters only, without a closing 证书 or 证, common names replaced by one
 * @example qualificationKey('持证社工') // '社工师'
 */
export function qualificationKey(name: string): string {
  let key = normaliseText(name).replace(NOISE, '');
  for (const [pattern, replacement] of ALIASES) key = key.replace(pattern, replacement);
  return key.replace(/(执业)?(许可)?(证书|证)$/u, '$2').replace(/许可$/u, '');
}
