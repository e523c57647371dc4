import type { Problem } from '@duijie/contracts';
import { problemIn, type Reply } from './send';

/**
 * Judges a refusal: one of the statuses, and a whole problem document.
 * @param also what else must hold of the problem
 * @returns what is wrong with it, in words; nothing when it is right
 */
export function judge(
  what: string,
  reply: Reply,
  statuses: readonly number[],
  also: (said: Problem) => boolean = () => true,
): string[] {
  const shown = `${what}: ${reply.status} ${JSON.stringify(reply.body)?.slice(0, 600)}`;
  if (!statuses.includes(reply.status)) return [`${shown} instead of ${statuses.join(' or ')}`];
  try {
    return also(problemIn(reply)) ? [] : [`${shown} says something else than it should`];
  } catch (error) {
    return [`${what}: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/** Whether the problem points at a field or at something in it. */
export const pointsAt =
  (pointer: string) =>
  (said: Problem): boolean =>
    said.errors?.some((e) => e.pointer === pointer || e.pointer.startsWith(`${pointer}/`)) ?? false;
