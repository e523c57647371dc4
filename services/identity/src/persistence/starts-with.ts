/** Pattern of LIKE for texts that begin with this one, whose own `%` and `_` stand for themselves. */
export const startsWith = (text: string): string => `${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
