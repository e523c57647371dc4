import type { Context, Words } from '@duijie/service-kit';
import { organisationOf } from './plan-of';
import type { RoundDeps } from './round-deps';
import type { SolveOutput } from './thread/round-protocol';

const mostTold = 10;

/** What cannot be met together, by name. */
export async function unmetWords(
  ctx: Context,
  { facts }: Pick<RoundDeps, 'facts'>,
  unmet: Extract<SolveOutput, { unmet: unknown }>['unmet'],
): Promise<Words[]> {
  const told = unmet.slice(0, mostTold);
  const names = await facts.names(
    ctx,
    told.flatMap(({ kind, id }) => (kind === 'place' ? [organisationOf(id)] : [])),
  );
  return told.map(({ kind, id }) => {
    if (kind === 'district') return { zh: `${id}按区均衡的名额无法满足`, en: `What is fair to ${id} cannot be met` };
    const name = names.get(organisationOf(id)) ?? id;
    return {
      zh: `为${name}预留的名额无法满足`,
      en: `What is reserved for ${name} cannot be met`,
    };
  });
}
