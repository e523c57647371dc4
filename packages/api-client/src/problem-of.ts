import { problem as problemSchema, problems, type Problem, type ProblemCode } from '@duijie/contracts';
import { ProblemError } from './problem-error';

function madeUp(answer: Response): Problem {
  const found = (Object.entries(problems) as [ProblemCode, { status: number; en: string }][]).find(
    ([, { status }]) => status === answer.status,
  );
  const code: ProblemCode = found?.[0] ?? (answer.status >= 500 ? 'unavailable' : 'unreadable');
  return {
    type: `urn:duijie:problem:${code}`,
    title: problems[code].en,
    status: answer.status,
    code,
    instance: answer.url,
    requestId: answer.headers.get('x-request-id') ?? '',
  };
}

function read(text: string): Problem | undefined {
  try {
    return problemSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** @returns the error of an answer of 400 or more, from its body */
export function problemOf(answer: Response, text: string): ProblemError {
  const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
  return new ProblemError(read(text) ?? madeUp(answer), Number.isFinite(seconds) ? seconds : null);
}
