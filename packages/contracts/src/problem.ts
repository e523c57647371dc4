import { z } from 'zod';

/** Every code a problem may carry, its HTTP status and its title in both languages. The only table of statuses. */
export const problems = {
  unreadable: { status: 400, zh: '请求无法读取', en: 'The request cannot be read' },
  'header-missing': { status: 400, zh: '缺少必需的请求头', en: 'A required header is missing' },
  'not-authenticated': { status: 401, zh: '请先登录', en: 'Sign in first' },
  'not-allowed': { status: 403, zh: '没有权限', en: 'Not allowed' },
  'not-found': { status: 404, zh: '找不到', en: 'Not found' },
  conflict: { status: 409, zh: '当前状态下不能这样做', en: 'Not possible in the present state' },
  'in-flight': { status: 409, zh: '同一请求正在处理', en: 'The same request is being processed' },
  'precondition-failed': { status: 412, zh: '内容已被他人修改', en: 'Somebody else has changed it' },
  'too-large': { status: 413, zh: '内容太大', en: 'Too large' },
  'unsupported-media': { status: 415, zh: '不支持的内容类型', en: 'Unsupported media type' },
  invalid: { status: 422, zh: '内容有误', en: 'The content is not valid' },
  'key-reused': { status: 422, zh: '同一幂等键用于不同内容', en: 'The idempotency key was used with other content' },
  'precondition-required': { status: 428, zh: '缺少版本号（If-Match）', en: 'If-Match is required' },
  'rate-limited': { status: 429, zh: '操作太频繁', en: 'Too many requests' },
  internal: { status: 500, zh: '系统出错', en: 'Something went wrong' },
  unavailable: { status: 503, zh: '服务暂不可用', en: 'Temporarily unavailable' },
} as const satisfies Record<string, { status: number; zh: string; en: string }>;
export type ProblemCode = keyof typeof problems;

/** Body of every 4xx and 5xx. @see RFC 9457 */
export const problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
  detail: z.string().optional(),
  /** Machine-readable reason within the code, e.g. `need.not-draft`. */
  reason: z.string().optional(),
  instance: z.string(),
  requestId: z.string(),
  errors: z.array(z.strictObject({ pointer: z.string(), detail: z.string() })).optional(),
});
export type Problem = z.infer<typeof problem>;
