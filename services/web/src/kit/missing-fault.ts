import { ProblemError } from '@duijie/api-client';
import { problems } from '@duijie/contracts';

/** @returns what the server would say of a field that nothing was chosen or written in yet. @param pointer of the field */
export const missingFault = (pointer: string, detail: string): ProblemError =>
  new ProblemError(
    {
      type: 'urn:duijie:problem:invalid',
      title: detail,
      status: problems.invalid.status,
      code: 'invalid',
      instance: '',
      requestId: '',
      errors: [{ pointer, detail }],
    },
    null,
  );
