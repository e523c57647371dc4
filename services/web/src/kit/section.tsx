import { Card } from 'antd';
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
    <section aria-labelledby={id} className="kit-section">
      <Card
        size="small"
        title={
          <h2 id={id} className="kit-heading">
            {title}
          </h2>
        }
        extra={extra}
      >
        {children}
      </Card>
    </section>
  );
}
