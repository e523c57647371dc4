import { z } from 'zod';

export const serviceNames = [
  'identity',
  'needs',
  'offers',
  'matcher',
  'discovery',
  'deals',
  'desk',
  'gateway',
] as const;
export type ServiceName = (typeof serviceNames)[number];

const nothing = z.strictObject({});
type Nothing = typeof nothing;

/**
 * What a route does, which settles its headers:
 * `read` changes nothing; `create` carries Idempotency-Key; `change` carries If-Match; `call` neither (sign-in, search).
 */
export type RouteKind = 'read' | 'create' | 'change' | 'call';

export interface RouteContract<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> {
  /** Unique over all services; the OpenAPI operationId and the key of the policy table. */
  readonly id: string;
  readonly service: ServiceName;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`, parameters as `:name`. */
  readonly path: string;
  readonly kind: RouteKind;
  readonly summary: { readonly zh: string; readonly en: string };
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly response: R;
  readonly status: number;
  /**
   * `json` unless a file is sent (multipart, field `file`, the body's fields beside it), a file is received (`download`), or
   * events are (`stream`: server-sent events, and `response` is the data of one).
   */
  readonly transfer: 'json' | 'upload' | 'download' | 'stream';
  /** Only services may call it; the gateway does not pass it on and it is not in the published document. */
  readonly internal: boolean;
}

interface RouteInput<P, Q, B, R, T> {
  method: RouteContract['method'];
  path: string;
  kind?: RouteKind;
  summary: { zh: string; en: string };
  params?: P;
  query?: Q;
  body?: B;
  response?: R;
  status?: number;
  transfer?: T;
  internal?: boolean;
}

/** Starts the routes of one service. @returns a function that completes and freezes one contract */
export function routesOf(service: ServiceName) {
  return function route<
    const I extends string,
    P extends z.ZodType = Nothing,
    Q extends z.ZodType = Nothing,
    B extends z.ZodType = Nothing,
    R extends z.ZodType = z.ZodUndefined,
    const T extends RouteContract['transfer'] = 'json',
  >(
    routeId: I,
    input: RouteInput<P, Q, B, R, T>,
  ): RouteContract<P, Q, B, R> & { readonly id: I; readonly transfer: T } {
    return Object.freeze({
      id: routeId,
      service,
      method: input.method,
      path: input.path,
      kind: input.kind ?? (input.method === 'GET' ? 'read' : input.method === 'POST' ? 'create' : 'change'),
      summary: input.summary,
      params: (input.params ?? nothing) as P,
      query: (input.query ?? nothing) as Q,
      body: (input.body ?? nothing) as B,
      response: (input.response ?? z.undefined()) as R,
      status:
        input.status ??
        (input.response === undefined && input.transfer !== 'download'
          ? 204
          : input.method === 'POST' && (input.kind ?? 'create') === 'create'
            ? 201
            : 200),
      transfer: (input.transfer ?? 'json') as T,
      internal: input.internal ?? false,
    });
  };
}
