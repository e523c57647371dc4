import highsLoader from 'highs';
import type { Funds } from '../src/funds/funds';
import type { RoundInstance } from '../src/round-instance';

const highs = highsLoader();

/** @returns The optimum by HiGHS, another program by other people; null when the round has no solution. */
export async function highsOptimum(round: RoundInstance, funds?: Funds): Promise<number | null> {
  const { needCount, nodeCount, rowStart, packageOf, weight, demand, mandatory, groupOf, groupFloor } = round;
  const allowed: number[] = [];
  for (let e = 0; e < packageOf.length; e++) if (weight[e] !== -Infinity) allowed.push(e);
  const needOf = (e: number): number => rowStart.findLastIndex((start) => start <= e);
  const passes = (e: number, node: number): boolean => {
    for (let v = packageOf[e]!; v >= 0; v = round.parent[v]!) if (v === node) return true;
    return false;
  };
  const rows: string[] = [];
  const row = (pairs: number[], least: number, most: number): void => {
    if (pairs.length === 0) {
      if (least > 0) rows.push(`impossible: zero >= ${least}`);
      return;
    }
    const sum = pairs.map((e) => `x${e}`).join(' + ');
    rows.push(`${sum} <= ${most}`);
    if (least > 0) rows.push(`${sum} >= ${least}`);
  };
  for (let i = 0; i < needCount; i++) {
    const own = allowed.filter((e) => needOf(e) === i);
    row(own, mandatory?.[i] ? demand[i]! : 0, demand[i]!);
  }
  for (let v = 0; v < nodeCount; v++)
    row(
      allowed.filter((e) => passes(e, v)),
      round.floor[v]!,
      round.capacity[v]!,
    );
  for (let g = 0; g < groupFloor.length; g++)
    row(
      allowed.filter((e) => groupOf?.[needOf(e)] === g),
      groupFloor[g]!,
      2 ** 20,
    );
  funds?.budget.forEach((has, b) => {
    const paid = allowed.filter((e) => funds.fundOf[needOf(e)] === b);
    if (paid.length > 0) rows.push(`${paid.map((e) => `${funds.price[e]!} x${e}`).join(' + ')} <= ${has}`);
  });
  const text = [
    'Maximize',
    ` obj: ${allowed.map((e) => `${weight[e]! < 0 ? '-' : '+'} ${Math.abs(weight[e]!)} x${e}`).join(' ')} + 0 zero`,
    'Subject To',
    ...rows.map((line, n) => ` r${n}: ${line.replace('impossible: ', '')}`),
    ' always: zero <= 1',
    'Bounds',
    ' 0 <= zero <= 0',
    ...allowed.map((e) => ` 0 <= x${e} <= 1`),
    'General',
    ` ${allowed.map((e) => `x${e}`).join(' ')} zero`,
    'End',
  ].join('\n');
  const { Status, ObjectiveValue } = (await highs).solve(text, { mip_rel_gap: 0 });
  if (Status === 'Infeasible') return null;
  if (Status !== 'Optimal') throw new Error(Status);
  return Math.round(ObjectiveValue);
}
