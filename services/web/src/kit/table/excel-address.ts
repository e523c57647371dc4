import type { RouteContract } from '@duijie/contracts';

/** Where the workbook of a list is, narrowed as the list on the screen is. */
export function excelAddress(
  route: RouteContract,
  params: Readonly<Record<string, string>>,
  query: Readonly<Record<string, string>>,
): string {
  const path = route.path.replaceAll(/:(\w+)/g, (_all, name: string) => encodeURIComponent(params[name] ?? ''));
  return `/api/v1${path}?${new URLSearchParams({ format: 'xlsx', ...query }).toString()}`;
}
