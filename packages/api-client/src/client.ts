import type { OnBehalfClaim, RouteContract } from '@duijie/contracts';
import type { AnswerOf, CallArguments, ItemOf } from './call-input';
import { onBehalfHeaders } from './on-behalf-headers';
import { NoAnswer } from './no-answer';
import type { ProblemError } from './problem-error';
import { problemOf } from './problem-of';
import { requestOf, type AnyInput } from './request-of';

export interface ClientOptions {
  /** Where the gateway or a service answers, without `/api/v1`; empty in a browser on the same origin. */
  readonly baseUrl: string;
  /** Asked before every request: Authorization, X-Organisation, an actor token. */
  readonly headers?: () => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;
  /**
   * A broker acts for this organisation, asked to by phone, on paper, in a chat or at a visit (代办). Made anew for each
   * such conversation, so that nothing is done for one organisation in another's name.
   */
  readonly onBehalf?: OnBehalfClaim;
  /** Stands in for the global fetch. */
  readonly fetch?: typeof fetch;
  /** Language of refusals and of texts for people. */
  readonly locale?: 'zh' | 'en';
  /** Parses every answer by its contract: for tests and for checks. Off: answers are taken as they come. */
  readonly validate?: boolean;
  /** Longest wait for one answer; 30 s unless given. */
  readonly timeoutMs?: number;
}

/** An answer with what its headers say. */
export interface Answer<T> {
  readonly value: T;
  readonly status: number;
  readonly etag: string | null;
  /** The version that the ETag names: what If-Match wants. */
  readonly version: number | null;
  /** The answer of an earlier request with the same Idempotency-Key. */
  readonly replayed: boolean;
  readonly requestId: string | null;
}
/** A file that was received. */
export interface ReceivedFile {
  readonly fileName: string | null;
  readonly mediaType: string;
  readonly content: Blob;
}

/** Calls routes by their contracts. Every method throws ProblemError for 400 and above, and NoAnswer when none came. */
export interface Client {
  /** @example const need = await client.call(getNeed, { params: { needId } }) */
  call<C extends RouteContract>(contract: C, ...input: CallArguments<C>): Promise<AnswerOf<C>>;
  callWithMeta<C extends RouteContract>(contract: C, ...input: CallArguments<C>): Promise<Answer<AnswerOf<C>>>;
  /** Every item of a list, page by page, in its order. @example for await (const need of client.pages(listNeeds)) … */
  pages<C extends RouteContract>(contract: C, ...input: CallArguments<C>): AsyncGenerator<ItemOf<C>, void, undefined>;
  /** For routes whose transfer is `download`. */
  download<C extends RouteContract>(contract: C, ...input: CallArguments<C>): Promise<ReceivedFile>;
}

function fileNameOf(disposition: string | null): string | null {
  const found = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  return found === undefined ? null : decodeURIComponent(found);
}

/**
 * A typed client over fetch, for browsers and Node.
 *
 * A request that changes nothing, or one under an Idempotency-Key, is sent a second time when no answer came: the key
 * makes that safe. Changes under If-Match and calls are sent once, since nobody can tell whether the first was done.
 */
export function createClient(options: ClientOptions): Client {
  const baseUrl = options.baseUrl.replace(/\/+$/, '');
  const send = options.fetch ?? fetch;
  const onBehalf = onBehalfHeaders(options.onBehalf);

  async function answerTo<T>(
    contract: RouteContract,
    input: AnyInput,
    read: (answer: Response) => Promise<T>,
  ): Promise<{ answer: Response; content: T }> {
    const { url, headers: own, init } = requestOf(baseUrl, contract, input);
    const language = options.locale ? { 'Accept-Language': options.locale } : {};
    const repeatable = contract.kind === 'read' || contract.kind === 'create';
    for (let attempt = 1; ; attempt += 1) {
      const headers = { ...own, ...language, ...onBehalf, ...(await options.headers?.()) };
      const timeout = AbortSignal.timeout(options.timeoutMs ?? 30_000);
      const signal = input.signal ? AbortSignal.any([input.signal, timeout]) : timeout;
      let refused: ProblemError;
      try {
        const answer = await send(url, { ...init, headers, signal });
        if (answer.status < 400) return { answer, content: await read(answer) };
        refused = problemOf(answer, await answer.text());
      } catch (error) {
        if (input.signal?.aborted) throw error;
        if (attempt === 2 || !repeatable) throw new NoAnswer(contract.method, url, error);
        continue;
      }
      throw refused;
    }
  }

  async function callWithMeta<C extends RouteContract>(
    contract: C,
    ...[input]: CallArguments<C>
  ): Promise<Answer<AnswerOf<C>>> {
    const { answer, content } = await answerTo(contract, (input ?? {}) as AnyInput, (one) => one.text());
    const said: unknown = content === '' ? undefined : JSON.parse(content);
    const etag = answer.headers.get('etag');
    const version = /^"(\d+)"$/.exec(etag ?? '')?.[1];
    return {
      value: (options.validate ? contract.response.parse(said) : said) as AnswerOf<C>,
      status: answer.status,
      etag,
      version: version === undefined ? null : Number(version),
      replayed: answer.headers.get('idempotent-replayed') === 'true',
      requestId: answer.headers.get('x-request-id'),
    };
  }

  return {
    callWithMeta,
    async call(contract, ...input) {
      return (await callWithMeta(contract, ...input)).value;
    },
    async *pages<C extends RouteContract>(contract: C, ...[input]: CallArguments<C>) {
      const given = (input ?? {}) as AnyInput;
      let query = { ...(given.query as Readonly<Record<string, unknown>> | undefined) };
      for (;;) {
        const args = [{ ...given, query }] as unknown as CallArguments<C>;
        const page = (await callWithMeta(contract, ...args)).value as {
          readonly items: readonly ItemOf<C>[];
          readonly nextCursor: string | null;
        };
        yield* page.items;
        if (page.nextCursor === null) return;
        query = { ...query, cursor: page.nextCursor };
      }
    },
    async download(contract, ...[input]) {
      const { answer, content } = await answerTo(contract, (input ?? {}) as AnyInput, (one) => one.blob());
      return {
        fileName: fileNameOf(answer.headers.get('content-disposition')),
        mediaType: answer.headers.get('content-type') ?? 'application/octet-stream',
        content,
      };
    },
  };
}
