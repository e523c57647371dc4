import type { ReactNode } from 'react';
import './kit.css';

/** A table that may be wider than its place: scrolled sideways by finger, wheel or arrow keys. @param label what it holds */
export function Scroll({
  label,
  className,
  children,
}: {
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    // Whoever uses the keyboard must be able to scroll it (WCAG 2.1.1); no landmark, since its section is one.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role
    <div className={className ? `kit-scroll ${className}` : 'kit-scroll'} role="group" tabIndex={0} aria-label={label}>
      {children}
    </div>
  );
}
