import { clsx } from 'clsx';
import type { ComponentPropsWithRef, ReactElement, ReactNode } from 'react';
import { useId } from 'react';
import styles from './Account.module.css';

export interface FieldProps extends ComponentPropsWithRef<'input'> {
  readonly label: string;
  /** Said under the field before anything is wrong. */
  readonly hint?: ReactNode;
  readonly tone?: 'plain' | 'good' | 'warn';
  readonly error?: string | undefined;
  /** At the end of the field, for example the switch that shows a password. */
  readonly end?: ReactNode;
  readonly optional?: string;
}

/** A labelled field whose hint and error are tied to it for assistive technology. */
export function Field({
  label,
  hint,
  tone = 'plain',
  error,
  end,
  optional,
  ...input
}: FieldProps): ReactElement {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>
        {label}
        {optional !== undefined && <span className="lo">{optional}</span>}
      </label>
      <span className={clsx(styles.box, error !== undefined && styles.wrong)}>
        <input
          {...input}
          id={id}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={note === undefined ? undefined : `${id}-note`}
        />
        {end}
      </span>
      <p
        id={`${id}-note`}
        className={clsx(
          styles.note,
          error !== undefined ? 'loss' : tone === 'good' ? 'gain' : tone === 'warn' && 'warn',
        )}
        aria-live="polite"
      >
        {note}
      </p>
    </div>
  );
}
