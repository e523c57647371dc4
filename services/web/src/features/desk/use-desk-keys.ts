import { useEffect, useRef, useSyncExternalStore } from 'react';

const kept = 'duijie.desk-keys-off';
const listeners = new Set<() => void>();
const typing = 'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="dialog"], [role="menu"]';

/** Whether single keys act at the desk; somebody who speaks to the computer turns them off (WCAG 2.1.4). */
export const useKeysOn = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => localStorage.getItem(kept) !== '1',
  );

export function setKeysOn(on: boolean): void {
  if (on) localStorage.removeItem(kept);
  else localStorage.setItem(kept, '1');
  for (const listener of listeners) listener();
}

/**
 * Single keys of the desk. They do nothing while somebody types, while an input method composes, within dialogs, or with
 * Ctrl, Alt or the command key. @param actions by `KeyboardEvent.key`
 */
export function useDeskKeys(actions: Readonly<Record<string, () => void>>): void {
  const on = useKeysOn();
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    if (!on) return undefined;
    const press = (event: KeyboardEvent): void => {
      // Safari reports the key that ends a composition as 229 with isComposing false.
      if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.defaultPrevented || (event.target instanceof Element && event.target.closest(typing))) return;
      const act = latest.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on]);
}
