import { Button, Dropdown, type ButtonProps } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';

/**
 * A button that unfolds a menu, which takes the focus: arrows go through it, Escape closes it, and the button has the
 * focus again whatever was chosen.
 */
export function MenuButton({
  items,
  onChoose,
  ...button
}: Omit<ButtonProps, 'onClick' | 'ref'> & {
  readonly items: readonly { readonly key: string; readonly label: string; readonly danger?: boolean }[];
  readonly onChoose: (key: string) => void;
}) {
  const id = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!open) return undefined;
    // The menu is drawn into the page a frame or two later, and takes no focus before it has been placed.
    let frame = 0;
    const enter = (left: number): void => {
      const first = document.querySelector<HTMLElement>(`#${CSS.escape(id)} [role=menuitem]`);
      first?.focus();
      if (left > 0 && (first === null || document.activeElement !== first))
        frame = requestAnimationFrame(() => enter(left - 1));
    };
    enter(30);
    const own = trigger.current;
    return () => {
      cancelAnimationFrame(frame);
      const at = document.activeElement;
      if (at === null || at === document.body || at.closest(`#${CSS.escape(id)}`)) own?.focus();
    };
  }, [open, id]);
  return (
    <Dropdown
      trigger={['click']}
      open={open}
      onOpenChange={setOpen}
      menu={{
        id,
        items: [...items],
        onClick({ key, domEvent }) {
          // The key that chooses must not press the button that gets the focus back.
          domEvent.preventDefault();
          setOpen(false);
          // Now, since what opens next remembers what had the focus.
          trigger.current?.focus();
          onChoose(key);
        },
      }}
    >
      <Button {...button} ref={trigger} aria-haspopup="menu" aria-expanded={open} />
    </Dropdown>
  );
}
