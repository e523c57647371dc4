import type { Request } from 'express';
import { Refusal } from '../errors';

/** @returns the version that If-Match names @throws Refusal 428 when missing, 400 when it is not one ETag of ours */
export function ifMatchVersion(req: Request): number {
  const header = req.get('if-match');
  if (header === undefined)
    throw new Refusal('precondition-required', {
      detail: { zh: '修改时请用 If-Match 带上所见版本', en: 'Send If-Match with the version you have seen' },
    });
  const found = /^"(\d{1,15})"$/.exec(header.trim());
  if (!found)
    throw new Refusal('unreadable', {
      detail: { zh: 'If-Match 应为带引号的版本号，例如 "3"', en: 'If-Match must be a quoted version, e.g. "3"' },
    });
  return Number(found[1]);
}

/** @returns the Idempotency-Key @throws Refusal 400 when missing or not 8–128 visible ASCII characters */
export function idempotencyKey(req: Request): string {
  const header = req.get('idempotency-key');
  if (header === undefined)
    throw new Refusal('header-missing', {
      reason: 'idempotency-key.missing',
      detail: { zh: '缺少 Idempotency-Key', en: 'Idempotency-Key is required' },
    });
  if (!/^[\x21-\x7e]{8,128}$/.test(header))
    throw new Refusal('unreadable', {
      reason: 'idempotency-key.invalid',
      detail: {
        zh: 'Idempotency-Key 应为 8–128 个可见 ASCII 字符',
        en: 'Idempotency-Key must be 8–128 visible ASCII characters',
      },
    });
  return header;
}
