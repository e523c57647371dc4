import type { RouteContract } from '@duijie/contracts';
import type { Request } from 'express';

const matched = new WeakMap<Request, RouteContract>();

/** Notes the contract that a request was found to be for, for the handlers after it. */
export const setMatchedRoute = (req: Request, contract: RouteContract): void => void matched.set(req, contract);
/** @returns undefined for requests that did not come through the entrance: pages, and calls between services */
export const matchedRoute = (req: Request): RouteContract | undefined => matched.get(req);
