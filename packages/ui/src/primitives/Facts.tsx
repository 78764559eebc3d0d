import { clsx } from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import styles from './Facts.module.css';

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
  readonly tone?: 'gain' | 'loss' | 'credits';
  /** The number you came for. */
  readonly strong?: boolean;
}

export interface FactsProps {
  readonly facts: readonly Fact[];
  readonly className?: string | undefined;
}

/** Names and figures under each other: a ticket, a basket, a dossier. */
export function Facts({ facts, className }: FactsProps): ReactElement {
  return (
    <dl className={clsx(styles.facts, className)}>
      {facts.map(({ name, value, tone, strong = false }) => (
        <FactRow
          key={name}
          name={name}
          value={value}
          className={clsx(tone && styles[tone], strong && styles.strong)}
        />
      ))}
    </dl>
  );
}

function FactRow({
  name,
  value,
  className,
}: {
  name: string;
  value: ReactNode;
  className: string;
}): ReactElement {
  return (
    <>
      <dt>{name}</dt>
      <dd className={className}>{value}</dd>
    </>
  );
}
