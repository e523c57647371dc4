import type { Page } from '@duijie/contracts';

/** A page as contracts type it. */
export const answerPage = <T>(page: Page<T>): { items: T[]; nextCursor: string | null } => ({
  items: [...page.items],
  nextCursor: page.nextCursor,
});
