import type { PolicyOf } from '../policy';

export const noticeRoutes = {} as const;
export const noticePolicy = {} satisfies PolicyOf<typeof noticeRoutes>;
