import type { RouteContract } from '@duijie/contracts';
import type { z } from 'zod';

type Nothing = Readonly<Record<never, never>>;
type Part<K extends string, S extends z.ZodType> =
  Nothing extends z.input<S> ? { readonly [P in K]?: z.input<S> } : { readonly [P in K]: z.input<S> };

/** A file to send on routes whose transfer is `upload`. */
export interface FileToSend {
  readonly name: string;
  readonly content: Uint8Array | Blob;
}

/** What a call sends: the parts that the contract asks for, and the headers of its kind. */
export type CallInput<C extends RouteContract> = Part<'params', C['params']> &
  Part<'query', C['query']> &
  Part<'body', C['body']> & {
    /** Version that was seen, on routes of kind `change`. */
    readonly ifMatch?: number;
    /** On routes of kind `create`; made for the call when left out. Give one to repeat a call by hand. */
    readonly idempotencyKey?: string;
    readonly file?: FileToSend;
    readonly signal?: AbortSignal;
  };

/** The second argument of a call: optional where nothing in it is required. */
export type CallArguments<C extends RouteContract> =
  Nothing extends CallInput<C> ? [input?: CallInput<C>] : [input: CallInput<C>];

/** What a route answers. Its JSON is what the contract's schema takes and gives: responses know no transforms. */
export type AnswerOf<C extends RouteContract> = z.output<C['response']>;
/** One item of a route that answers pages. */
export type ItemOf<C extends RouteContract> =
  AnswerOf<C> extends { readonly items: readonly (infer T)[]; readonly nextCursor: string | null } ? T : never;
