/** What stands where nothing is known yet. */
export const toBeFilledIn = '待补充';

/** @returns the text, or `待补充` where it is empty or not known */
export const filled = (text: string | null | undefined): string => text?.trim() || toBeFilledIn;
