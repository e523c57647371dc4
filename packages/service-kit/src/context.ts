import type { Actor, Grant } from '@duijie/contracts';
import { randomBytes, randomUUID } from 'node:crypto';
import type { Transaction } from './persistence/transaction';

export type Locale = 'zh' | 'en';

/** First argument of every use case: who asks, in which language, under which request, in which transaction. */
export interface Context {
  readonly actor: Actor;
  /** Ways of the policy table that apply to the actor on this route; empty outside a request. */
  readonly grants: readonly Grant[];
  readonly locale: Locale;
  readonly requestId: string;
  /** W3C trace context, handed on with events and calls. */
  readonly traceparent: string;
  readonly remoteAddress: string | null;
  readonly transaction?: Transaction;
}

/** A context that is inside a transaction: what writes ask for. */
export type TransactionContext = Context & { readonly transaction: Transaction };

export const newTraceparent = (): string =>
  `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`;

/** Context of work that no person asked for. @param service whose work it is */
export function serviceContext(service: string, traceparent: string = newTraceparent()): Context {
  return {
    actor: { type: 'service', service },
    grants: [],
    locale: 'zh',
    requestId: randomUUID(),
    traceparent,
    remoteAddress: null,
  };
}
