import type { RouteContract } from '@duijie/contracts';
import type { FileToSend } from './call-input';

/** A call's input without the types of its contract. */
export interface AnyInput {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly ifMatch?: number;
  readonly idempotencyKey?: string;
  readonly file?: FileToSend;
  readonly signal?: AbortSignal;
}
type Fields = Readonly<Record<string, unknown>>;

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
const entriesOf = (fields: unknown): [string, unknown][] =>
  Object.entries((fields ?? {}) as Fields).filter(([, value]) => value !== undefined && value !== null);

function pathOf(contract: RouteContract, params: Fields): string {
  return contract.path.replaceAll(/:(\w+)/g, (_whole, name: string) => {
    const value = params[name];
    if (value === undefined) throw new TypeError(`${contract.id} needs the path parameter ${name}`);
    return encodeURIComponent(asText(value));
  });
}

// Not randomUUID: browsers have it only on secure pages, and the demo is plain HTTP in a private network.
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

function formOf(body: unknown, file: FileToSend): FormData {
  const form = new FormData();
  for (const [name, value] of entriesOf(body)) form.append(name, asText(value));
  const content = file.content instanceof Blob ? file.content : new Blob([new Uint8Array(file.content)]);
  form.append('file', content, file.name);
  return form;
}

export interface PreparedRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Method and body. */
  readonly init: RequestInit;
}

/** @returns address and fetch options of a call; calling fetch twice with them repeats it under the same key */
export function requestOf(baseUrl: string, contract: RouteContract, input: AnyInput): PreparedRequest {
  const search = new URLSearchParams();
  for (const [name, value] of entriesOf(input.query))
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) search.append(name, asText(one));
  const query = search.size > 0 ? `?${search.toString()}` : '';
  const headers: Record<string, string> = {};
  if (contract.kind === 'create') headers['Idempotency-Key'] = input.idempotencyKey ?? newKey();
  if (contract.kind === 'change' && input.ifMatch !== undefined) headers['If-Match'] = `"${input.ifMatch}"`;
  const init: RequestInit = { method: contract.method };
  if (contract.transfer === 'upload' && input.file) init.body = formOf(input.body, input.file);
  else if (contract.method !== 'GET' && input.body !== undefined) {
    headers['Content-Type'] = 'application/json';
    init.body = JSON.stringify(input.body);
  }
  return { url: `${baseUrl}/api/v1${pathOf(contract, (input.params ?? {}) as Fields)}${query}`, headers, init };
}
