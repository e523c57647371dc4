import highsLoader from 'highs';
import type { FlowNetwork } from '../src/instances';

const highs = highsLoader();

/** @returns The least cost of a flow by HiGHS, or why there is none. */
export async function highsLeastCost(network: FlowNetwork): Promise<number | 'infeasible' | 'unbounded'> {
  const { nodes, supply, from, to, least, most, cost } = network;
  const solve = async (priced: boolean): Promise<{ Status: string; ObjectiveValue: number }> => {
    const rows = Array.from({ length: nodes }, (_, v) => {
      const terms = Array.from(from, (u, e) => (u === to[e] ? '' : u === v ? `+ f${e}` : to[e] === v ? `- f${e}` : ''));
      return ` n${v}: ${terms.join(' ')} + 0 none = ${supply[v]!}`;
    });
    const text = [
      'Minimize',
      ` cost: ${Array.from(cost, (c, e) => `${c < 0 ? '-' : '+'} ${priced ? Math.abs(c) : 0} f${e}`).join(' ')} + 0 none`,
      'Subject To',
      ...rows,
      'Bounds',
      ' 0 <= none <= 0',
      ...Array.from(least, (l, e) => (most[e] === Infinity ? ` f${e} >= ${l}` : ` ${l} <= f${e} <= ${most[e]!}`)),
      'End',
    ].join('\n');
    return (await highs).solve(text);
  };
  // HiGHS may not tell infeasible from unbounded: without costs it can only be infeasible.
  if ((await solve(false)).Status !== 'Optimal') return 'infeasible';
  const { Status, ObjectiveValue } = await solve(true);
  return Status === 'Optimal' ? Math.round(ObjectiveValue) : 'unbounded';
}
