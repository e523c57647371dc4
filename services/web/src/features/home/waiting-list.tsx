import { Empty, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Deadline } from '../../kit/deadline';
import { LinkButton } from '../../kit/link-button';
import { ProblemAlert } from '../../kit/problem-alert';
import { Section } from '../../kit/section';
import './home.css';

/** Something that waits for whoever is signed in, with the one thing to do next. */
export interface Waiting {
  readonly key: string;
  readonly title: string;
  /** What is to be done and why. */
  readonly what: ReactNode;
  /** Until when, an instant; null without a term. */
  readonly until: string | null;
  readonly late?: boolean;
  readonly action: string;
  readonly to: string;
}

/** One source of what waits: a list that was asked for. */
export interface Source {
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

const order = (a: Waiting, b: Waiting): number =>
  Number(b.late ?? false) - Number(a.late ?? false) || (a.until ?? '9').localeCompare(b.until ?? '9');

/** What waits for me: late things first, then by term. The first one's action is the page's main button. */
export function WaitingList({
  title,
  items,
  sources,
  empty,
  extra,
}: {
  readonly title: string;
  readonly items: readonly Waiting[];
  readonly sources: readonly Source[];
  /** Shown when nothing waits: what one could do instead. */
  readonly empty: ReactNode;
  readonly extra?: ReactNode;
}) {
  const failed = sources.find(({ error }) => error !== null);
  const pending = sources.some(({ isPending }) => isPending);
  return (
    <Section title={items.length > 0 ? `${title} (${items.length})` : title} extra={extra}>
      {failed ? <ProblemAlert error={failed.error} again={() => void failed.refetch()} /> : null}
      {pending && items.length === 0 ? <Skeleton active paragraph={{ rows: 3 }} /> : null}
      {!pending && !failed && items.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} />
      ) : null}
      <ul className="kit-plain-list">
        {items.toSorted(order).map((item, place) => (
          <li key={item.key} className="home-waiting">
            <div className="home-waiting-text">
              <Link to={item.to} className="home-waiting-title">
                {item.title}
              </Link>
              <div>{item.what}</div>
              {item.until === null ? null : <Deadline at={item.until} />}
            </div>
            <LinkButton to={item.to} type={place === 0 ? 'primary' : 'default'} danger={item.late ?? false}>
              {item.action}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Section>
  );
}
