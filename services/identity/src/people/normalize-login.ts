/** Form in which logins are kept and compared: NFKC, lower case, no spaces around. */
export const normalizeLogin = (login: string): string => login.normalize('NFKC').trim().toLowerCase();
