import { ValidationFailed, type Words } from '../../errors';

/** The whole file cannot be taken. @param detail why, and what to do */
export const fileRefused = (detail: Words): ValidationFailed => new ValidationFailed([{ pointer: '/file', detail }]);
