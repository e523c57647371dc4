import type { Request } from 'express';

/** Asked before anything is written to a stream. @returns whether whoever opened it may still read */
export type StreamGuard = () => Promise<boolean>;
const guards = new WeakMap<Request, StreamGuard>();

/** Lets a stream end when its credential does; noted by the gateway, which alone knows credentials. */
export const setStreamGuard = (req: Request, guard: StreamGuard): void => void guards.set(req, guard);
/** @returns undefined where the request did not pass a gateway in this process */
export const streamGuardOf = (req: Request): StreamGuard | undefined => guards.get(req);
