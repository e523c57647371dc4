import type { RouteContract } from '@duijie/contracts';
import type { z } from 'zod';
import type { Context } from '../context';
import type { BoundRoute } from './bind';

/** Asks a route of the same module. @see answersOf */
export type AnswerOf = <C extends RouteContract>(
  ctx: Context,
  contract: C,
  params: z.output<C['params']>,
) => Promise<z.output<C['response']>>;

/**
 * What routes that read answer to a caller, asked by another route of the same module whose policy is the same: a paper
 * made of a page shows what the page shows, and to nobody else. The query is as if none were given.
 */
export function answersOf(routes: readonly BoundRoute[]): AnswerOf {
  const byId = new Map(routes.map((route) => [route.contract.id, route]));
  return async <C extends RouteContract>(ctx: Context, contract: C, params: z.output<C['params']>) => {
    const route = byId.get(contract.id);
    if (!route || contract.method !== 'GET') throw new Error(`${contract.id} cannot be asked here`);
    const query = contract.query.parse({});
    return (await route.handle(ctx, { params, query, body: {}, ifMatch: 0 }, undefined)) as z.output<C['response']>;
  };
}
