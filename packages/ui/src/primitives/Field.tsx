import { clsx } from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import { useId } from 'react';
import styles from './Field.module.css';

/** Label, hint and error that every field has. */
export interface FieldTexts {
  readonly label: string;
  /** Said at the end of the label line: "required", "3 to 20 characters". */
  readonly note?: ReactNode;
  readonly hint?: ReactNode;
  /** What is wrong and how to correct it; marks the field invalid. */
  readonly error?: ReactNode;
}

/** What the control inside a field must carry. */
export interface FieldControl {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
}

interface FieldProps extends FieldTexts {
  readonly id?: string | undefined;
  readonly className?: string | undefined;
  readonly children: (control: FieldControl) => ReactNode;
}

/** Ties label, hint and error to a control. Base of the concrete fields. */
export function Field({ label, note, hint, error, id, className, children }: FieldProps): ReactElement {
  const ownId = useId();
  const base = id ?? ownId;
  const hasError = error !== undefined && error !== null && error !== '';
  const described = clsx(hasError && `${base}-error`, hint !== undefined && `${base}-hint`);
  return (
    <div className={clsx(styles.field, className)}>
      <label htmlFor={base} className={styles.label}>
        {label}
        {note !== undefined && <span className={styles.note}>{note}</span>}
      </label>
      <div className={clsx(styles.box, hasError && styles.invalid)}>
        {children({
          id: base,
          'aria-describedby': described === '' ? undefined : described,
          'aria-invalid': hasError || undefined,
        })}
      </div>
      {hasError && (
        <p id={`${base}-error`} className={styles.error}>
          {error}
        </p>
      )}
      {hint !== undefined && (
        <p id={`${base}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
