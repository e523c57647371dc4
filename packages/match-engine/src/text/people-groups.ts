import { normaliseText } from './normalise-text';

/** Groups of people whom a service is for; each has a bit. */
const GROUPS: readonly RegExp[] = [
  /老人|老年|长者|高龄|独居|空巢|养老|老伴|退休/u,
  /儿童|孩子|小孩|娃|学生|少年|亲子|放学|宝宝|婴|幼儿|托班|托育|托管班/u,
  /残疾|残障|助残|智力障碍|自闭|孤独症|精神障碍/u,
];

/**
 * Tells which groups of people a text speaks of.
 *
 * @param text any text
 * @returns bits: 1 the old, 2 the young, 4 disabled people; 0 = none named
 */
export function peopleGroups(text: string): number {
  const normal = normaliseText(text);
  return GROUPS.reduce((bits, group, i) => (group.test(normal) ? bits | (1 << i) : bits), 0);
}
