import { useId, type ReactNode } from 'react';
import './kit.css';

/** A part of a page: a card with a heading of its own, which screen readers can jump to. */
export function Section({
  title,
  extra,
  children,
}: {
  readonly title: ReactNode;
  readonly extra?: ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="kit-section kit-card">
      <div className="kit-card-head">
        <h2 id={id} className="kit-heading">
          {title}
        </h2>
        {extra ? <div className="kit-actions">{extra}</div> : null}
      </div>
      <div className="kit-card-body">{children}</div>
    </section>
  );
}
