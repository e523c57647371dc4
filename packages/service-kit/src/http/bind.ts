import type { Grant, RouteContract } from '@duijie/contracts';
import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Context } from '../context';
import type { FileStore } from '../files/file-store';
import type { UploadedFile } from './upload';

export interface RouteInput<C extends RouteContract> {
  readonly params: z.output<C['params']>;
  readonly query: z.output<C['query']>;
  readonly body: z.output<C['body']>;
  /** The version of If-Match; 0 on routes that take none. */
  readonly ifMatch: number;
  /** Present on routes whose transfer is `upload`. */
  readonly file?: UploadedFile;
  /** Present on routes whose transfer is `stream`. */
  readonly stream?: StreamRequest;
}
/** What a source of events is told. */
export interface StreamRequest {
  /** Aborted when nobody reads any more; the source ends then. */
  readonly signal: AbortSignal;
  /** Id of the last event that the caller has, as it was sent; callers may make it up. */
  readonly lastEventId: string | null;
}
/** One server-sent event. `id` and `event` hold no line breaks; `data` becomes JSON. */
export interface StreamEvent<D = unknown> {
  readonly id: string;
  readonly event: string;
  readonly data: D;
}
/** An answer whose bytes are not JSON. */
export interface Download {
  readonly stream: Readable;
  readonly size: number;
  readonly mediaType: string;
  readonly fileName: string;
}
type Answer<C extends RouteContract> = C['transfer'] extends 'download'
  ? Download
  : C['transfer'] extends 'stream'
    ? AsyncIterable<StreamEvent<z.input<C['response']>>>
    : z.input<C['response']>;

/** A contract with the use case behind it. */
export interface BoundRoute {
  readonly contract: RouteContract;
  readonly prepare: ((ctx: Context, input: RouteInput<RouteContract>) => Promise<unknown>) | undefined;
  readonly handle: (ctx: Context, input: RouteInput<RouteContract>, prepared: unknown) => Promise<unknown>;
  /** Where a file that is sent to it is kept; the host's store unless given. */
  readonly files?: FileStore;
}

/**
 * Joins a contract and its use case. On `create` and `change` routes the context is inside a transaction already, which
 * the use case's own `run` joins. The answer's `version` becomes the ETag, a created answer's `id` the Location.
 * @param prepare slow work that needs no transaction, done before it begins, also for a repetition; given to `handle`
 * @example bind(identityRoutes.getOrganisation, (ctx, { params }) => getOrganisation(ctx, params.organisationId))
 */
export const bind = <C extends RouteContract, P = undefined>(
  contract: C,
  handle: (ctx: Context, input: RouteInput<C>, prepared: P) => Promise<Answer<C>>,
  prepare?: (ctx: Context, input: RouteInput<C>) => Promise<P>,
): BoundRoute => ({
  contract,
  handle: handle as unknown as BoundRoute['handle'],
  prepare: prepare as unknown as BoundRoute['prepare'],
});

/** Looks the grants of a route up. */
export type Policy = Readonly<Record<string, readonly Grant[]>>;
