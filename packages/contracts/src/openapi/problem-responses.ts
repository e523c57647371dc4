import { problems, type ProblemCode } from '../problem';
import type { Grant } from '../policy';
import type { RouteContract } from '../route';
import { hasFields } from './has-fields';
import type { JsonSchema } from './json-schemas';

const always: readonly ProblemCode[] = ['not-authenticated', 'rate-limited', 'internal', 'unavailable'];

/**
 * The problems that a route may answer with, as its kind and parts imply.
 * @param grants of the policy table
 * @returns status → codes, by status ascending
 */
export function problemsOf(contract: RouteContract, grants: readonly Grant[]): ReadonlyMap<number, ProblemCode[]> {
  const sends = hasFields(contract.body) || contract.transfer === 'upload';
  const open = grants.some((g) => g.who === 'anyone' && g.relation === 'any');
  const codes: ProblemCode[] = [...always];
  if (contract.method !== 'GET' || !open) codes.push('not-allowed');
  if (sends || hasFields(contract.params) || hasFields(contract.query)) codes.push('unreadable');
  if (sends) codes.push('too-large', 'unsupported-media');
  if (sends || hasFields(contract.query)) codes.push('invalid');
  if (hasFields(contract.params) || hasFields(contract.body)) codes.push('not-found');
  if (contract.kind === 'create') codes.push('header-missing', 'unreadable', 'in-flight', 'key-reused', 'conflict');
  if (contract.kind === 'change') codes.push('precondition-required', 'unreadable', 'precondition-failed', 'conflict');
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of Object.keys(problems) as ProblemCode[])
    if (codes.includes(code))
      byStatus.set(problems[code].status, [...(byStatus.get(problems[code].status) ?? []), code]);
  return byStatus;
}

const retryAfter = {
  'Retry-After': { description: 'Seconds until another try is worth it', schema: { type: 'integer', minimum: 0 } },
};
const capital = (code: string): string =>
  code.replaceAll(/(?:^|-)([a-z])/g, (_whole, letter: string) => letter.toUpperCase());

/** Problem responses, each kept once under `components.responses`. */
export interface ProblemResponses {
  /** @returns a reference to the response that stands for these codes of one status */
  of(codes: readonly ProblemCode[]): JsonSchema;
  /** By name in alphabetical order. */
  components(): Readonly<Record<string, JsonSchema>>;
}

export function createProblemResponses(): ProblemResponses {
  const used = new Map<string, JsonSchema>();
  return {
    of(codes) {
      const name = codes.map((code) => capital(code)).join('Or');
      used.set(name, {
        description: codes.map((code) => `\`${code}\` ${problems[code].zh} / ${problems[code].en}`).join('; '),
        ...(codes.some((code) => problems[code].status === 429 || problems[code].status === 503)
          ? { headers: retryAfter }
          : {}),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      });
      return { $ref: `#/components/responses/${name}` };
    },
    components: () => Object.fromEntries([...used].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}
