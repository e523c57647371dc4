import { useEffect, type RefObject } from 'react';

/** Closes a dialog by a click beside it; Escape does it anyway. */
export function useLightDismiss(dialog: RefObject<HTMLDialogElement | null>): void {
  useEffect(() => {
    const element = dialog.current;
    const dismiss = (event: MouseEvent): void => {
      if (event.target === element) element?.close();
    };
    element?.addEventListener('click', dismiss);
    return () => element?.removeEventListener('click', dismiss);
  });
}
