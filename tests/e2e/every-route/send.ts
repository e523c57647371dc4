import { problem, type Problem } from '@duijie/contracts';
import { randomUUID } from 'node:crypto';
import type { Operation } from './operations';
import { pngOf } from './png-of';

/** Everything of one request; what is left out is not sent. */
export interface Draft {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  /** Sent as it is, in the place of `body`. */
  readonly raw?: { readonly type: string; readonly content: string };
  readonly key?: string | null;
  readonly ifMatch?: string | null;
}
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

const fileOf = (operation: Operation): { name: string; content: string } =>
  operation.id === 'putSeal'
    ? { name: 'seal.png', content: pngOf(600, 600).toString('latin1') }
    : operation.path.startsWith('/imports/')
      ? { name: 'rows.jsonl', content: `{"id":"fuzz-${randomUUID()}"}\n` }
      : { name: 'scan.png', content: `\u0089PNG\r\n\u001A\n${randomUUID()}` };

function contentOf(operation: Operation, draft: Draft): { body?: RequestInit['body']; type?: string } {
  if (draft.raw) return { body: draft.raw.content, type: draft.raw.type };
  if (operation.upload) {
    const form = new FormData();
    for (const [name, value] of Object.entries((draft.body ?? {}) as Record<string, unknown>))
      form.append(name, typeof value === 'string' ? value : JSON.stringify(value));
    const { name, content } = fileOf(operation);
    form.append('file', new Blob([Buffer.from(content, 'latin1')]), name);
    return { body: form };
  }
  return draft.body === undefined ? {} : { body: JSON.stringify(draft.body), type: 'application/json' };
}

/** The address of a request. */
export function addressOf(operation: Operation, draft: Draft): string {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) =>
    encodeURIComponent(draft.path?.[name] ?? randomUUID()),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(draft.query ?? {}))
    query.append(
      name,
      typeof value === 'string' ? value : Array.isArray(value) ? value.join(',') : JSON.stringify(value),
    );
  return `/api/v1${path}${query.size > 0 ? `?${query.toString()}` : ''}`;
}

/** @returns the data of the first event of a stream, which is left then; empty when it ends before */
async function firstEvent(answer: Response): Promise<string> {
  const reader = answer.body?.getReader();
  let heard = '';
  for (;;) {
    const piece = await reader?.read();
    if (!piece || piece.done) return '';
    heard += Buffer.from(piece.value).toString('utf8');
    const data = /^data: (.*)\n\n/m.exec(heard)?.[1];
    if (data === undefined) continue;
    await reader?.cancel();
    return data;
  }
}

/** @param headers of who asks @returns the answer; its body is JSON, text, or undefined when empty */
export async function send(
  url: string,
  operation: Operation,
  draft: Draft,
  headers: Readonly<Record<string, string>>,
): Promise<Reply> {
  const { body, type } = contentOf(operation, draft);
  const answer = await fetch(`${url}${addressOf(operation, draft)}`, {
    method: operation.method,
    headers: {
      ...headers,
      ...(type === undefined ? {} : { 'Content-Type': type }),
      ...(operation.kind === 'create' && draft.key !== null ? { 'Idempotency-Key': draft.key ?? randomUUID() } : {}),
      ...(operation.kind === 'change' && draft.ifMatch !== null ? { 'If-Match': draft.ifMatch ?? '"1"' } : {}),
    },
    ...(body === undefined ? {} : { body }),
  });
  const kind = answer.headers.get('content-type') ?? '';
  // A stream of events would go on for a minute: its first event is answer enough.
  const text = kind.startsWith('text/event-stream') ? await firstEvent(answer) : await answer.text();
  const isJson = /\bjson\b|^text\/event-stream/.test(kind);
  return {
    status: answer.status,
    headers: answer.headers,
    body: text === '' ? undefined : isJson ? (JSON.parse(text) as unknown) : text,
  };
}

/**
 * The problem of a refusal, which must be a whole one.
 * @throws Error that says what is wrong with it
 */
export function problemIn(reply: Reply): Problem {
  const parsed = problem.safeParse(reply.body);
  if (!parsed.success) throw new Error(`${reply.status} is no problem document: ${JSON.stringify(reply.body)}`);
  const said = parsed.data;
  if (!(reply.headers.get('content-type') ?? '').startsWith('application/problem+json'))
    throw new Error(`a problem came as ${reply.headers.get('content-type')}`);
  if (said.status !== reply.status) throw new Error(`status ${reply.status} says ${said.status}`);
  if (said.requestId !== reply.headers.get('x-request-id')) throw new Error('another request id than the header');
  if (said.title === '' || (said.status === 422 && said.code === 'invalid' && !said.errors?.length))
    throw new Error(`a refusal without words: ${JSON.stringify(said)}`);
  return said;
}
