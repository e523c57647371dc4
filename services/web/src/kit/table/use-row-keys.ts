import type { KeyboardEvent } from 'react';

const focusable = 'a[href], button:not([disabled]), input:not([disabled])';

/** Up and down go on to the same thing of the row above and below. @param reveal draws the row of a place, if it is not yet */
export function useRowKeys(count: number, reveal: (at: number) => void) {
  return (event: KeyboardEvent<HTMLElement>): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const { target, currentTarget } = event;
    if (step === 0 || !(target instanceof HTMLElement) || !target.matches('a, button, input[type=checkbox]')) return;
    const row = target.closest<HTMLElement>('tr[data-index]');
    if (!row) return;
    const next = Number(row.dataset['index']) + step;
    if (next < 0 || next >= count) return;
    event.preventDefault();
    const place = [...row.querySelectorAll(focusable)].indexOf(target);
    reveal(next);
    requestAnimationFrame(() => {
      const there = currentTarget.querySelector(`tr[data-index="${next}"]`);
      const all = [...(there?.querySelectorAll<HTMLElement>(focusable) ?? [])];
      all[Math.min(place, all.length - 1)]?.focus();
    });
  };
}
