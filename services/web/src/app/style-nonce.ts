/** The nonce that this page was given for its styles. */
export const pageNonce = (): string => document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';

/**
 * Gives every style that scripts of this page make the page's nonce. antd hands it to its own styles, but the lock of the
 * page behind a dialog is written without one, which the Content-Security-Policy would refuse.
 */
export function giveStylesTheNonce(nonce: string): void {
  const create = document.createElement.bind(document);
  const withNonce = (name: string, options?: ElementCreationOptions): HTMLElement => {
    const made = create(name, options);
    if (made instanceof HTMLStyleElement) made.nonce = nonce;
    return made;
  };
  document.createElement = withNonce as typeof document.createElement;
}
