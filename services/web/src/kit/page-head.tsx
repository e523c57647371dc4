import type { ReactNode } from 'react';
import './kit.css';

/** Heading of a page with what can be done on it. */
export function PageHead({
  title,
  before,
  after,
  actions,
}: {
  readonly title: ReactNode;
  /** Above the title, e.g. the way back. */
  readonly before?: ReactNode;
  /** Below the title. */
  readonly after?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <header className="kit-page-head">
      <div className="kit-page-head-text">
        {before}
        <h1 className="page-title">{title}</h1>
        {after}
      </div>
      {actions ? <div className="kit-actions">{actions}</div> : null}
    </header>
  );
}
