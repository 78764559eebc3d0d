import { clsx } from 'clsx';
import type { ComponentPropsWithRef, ReactElement, ReactNode } from 'react';
import styles from './Field.module.css';
import type { FieldTexts } from './Field.tsx';
import { Field } from './Field.tsx';

export interface TextFieldProps
  extends Omit<ComponentPropsWithRef<'input'>, 'onChange' | 'prefix'>,
    FieldTexts {
  readonly onChange?: (value: string) => void;
  /** Sector numbers, codes and commands are mono. */
  readonly mono?: boolean;
  /** Inside the box, before and after the text. */
  readonly prefix?: ReactNode;
  readonly suffix?: ReactNode;
}

/** One line of text with a visible label. */
export function TextField({
  label,
  note,
  hint,
  error,
  id,
  className,
  onChange,
  mono = false,
  prefix,
  suffix,
  type = 'text',
  ...rest
}: TextFieldProps): ReactElement {
  return (
    <Field label={label} note={note} hint={hint} error={error} id={id} className={className}>
      {(control) => (
        <>
          {prefix !== undefined && <span className={styles.addon}>{prefix}</span>}
          <input
            {...rest}
            {...control}
            type={type}
            className={clsx(styles.input, mono && styles.mono)}
            onChange={(event) => onChange?.(event.target.value)}
          />
          {suffix !== undefined && <span className={styles.addon}>{suffix}</span>}
        </>
      )}
    </Field>
  );
}
