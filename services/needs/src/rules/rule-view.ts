/** A rule as answers carry it. */
export const viewOfRule = <R extends { readonly updatedAt: Date }>(
  rule: R,
): Omit<R, 'updatedAt'> & { updatedAt: string } => ({
  ...rule,
  updatedAt: rule.updatedAt.toISOString(),
});
