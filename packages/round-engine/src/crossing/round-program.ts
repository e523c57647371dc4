import type { RoundInstance } from '../round-instance';
import type { SideConstraint } from './side-constraint';

/** @returns The round with its side constraints as an integer program in CPLEX LP format; variable x<pair> is 1 where chosen. */
export function roundProgram(round: RoundInstance, sides: readonly SideConstraint[]): string {
  const { needCount, nodeCount, rowStart, packageOf, parent, weight, demand, mandatory, groupOf, groupFloor } = round;
  const rows: string[] = [];
  const terms = (pairs: Iterable<number>, factorOf: (n: number) => number): string => {
    const parts: string[] = [];
    let n = 0;
    for (const e of pairs) {
      const factor = factorOf(n++);
      if (weight[e] !== -Infinity) parts.push(`${factor < 0 ? '-' : '+'} ${Math.abs(factor)} x${e}`);
    }
    // Lines of bounded length: some readers stop at 500 characters.
    return `${parts.join('\n  ')} + 0 none`;
  };
  const bound = (sum: string, least: number, most: number): void => {
    if (most < Infinity) rows.push(` r${rows.length}: ${sum} <= ${most}`);
    if (least > -Infinity) rows.push(` r${rows.length}: ${sum} >= ${least}`);
  };
  const one = (): number => 1;
  const underNode: number[][] = Array.from({ length: nodeCount }, () => []);
  const inGroup: number[][] = Array.from(groupFloor, () => []);
  for (let i = 0; i < needCount; i++) {
    const own: number[] = [];
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
      own.push(e);
      if (groupOf && groupOf[i]! >= 0) inGroup[groupOf[i]!]!.push(e);
      for (let v = packageOf[e]!; v >= 0; v = parent[v]!) underNode[v]!.push(e);
    }
    bound(terms(own, one), mandatory?.[i] ? demand[i]! : -Infinity, demand[i]!);
  }
  underNode.forEach((pairs, v) => {
    const least = round.floor[v]! > 0 ? round.floor[v]! : -Infinity;
    if (pairs.length > round.capacity[v]! || least > 0) bound(terms(pairs, one), least, round.capacity[v]!);
  });
  inGroup.forEach((pairs, g) => {
    if (groupFloor[g]! > 0) bound(terms(pairs, one), groupFloor[g]!, Infinity);
  });
  for (const { pairs, factor, least, most } of sides)
    bound(
      terms(pairs, (n) => factor?.[n] ?? 1),
      least,
      most,
    );
  const all = Array.from(weight.keys()).filter((e) => weight[e] !== -Infinity);
  return [
    'Maximize',
    ` worth: ${terms(all, (n) => weight[all[n]!]!)}`,
    'Subject To',
    ...rows,
    'Bounds',
    ' none = 0',
    'Binary',
    ` ${all.map((e) => `x${e}`).join('\n ')}`,
    'End',
  ].join('\n');
}
