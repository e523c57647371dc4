import type { ReactNode } from 'react';
import './kit.css';

/** A fact with its name; left out where its value is null. */
export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
  /** Takes the whole line. */
  readonly wide?: boolean;
}

/** Facts by name, in as many columns as there is room for. */
export function DescriptionList({ facts }: { readonly facts: readonly (Fact | null)[] }) {
  return (
    <dl className="kit-facts">
      {facts.map((fact) =>
        fact === null || fact.value === null || fact.value === '' ? null : (
          <div key={fact.name} className={fact.wide ? 'kit-fact-wide' : undefined}>
            <dt>{fact.name}</dt>
            <dd>{fact.value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
