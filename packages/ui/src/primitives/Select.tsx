import { clsx } from 'clsx';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import { ObjectGlyph } from '../glyphs/signs.tsx';
import styles from './Field.module.css';
import type { FieldTexts } from './Field.tsx';
import { Field } from './Field.tsx';

export interface SelectOption<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  readonly disabled?: boolean;
}

export interface SelectProps<Value extends string>
  extends Omit<ComponentPropsWithRef<'select'>, 'onChange' | 'value' | 'children'>,
    FieldTexts {
  readonly options: readonly SelectOption<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** A list to choose from. Native: the phone shows its own picker. */
export function Select<Value extends string>({
  label,
  note,
  hint,
  error,
  id,
  className,
  options,
  value,
  onChange,
  ...rest
}: SelectProps<Value>): ReactElement {
  function choose(chosen: string): void {
    const option = options.find((candidate) => candidate.value === chosen);
    if (option !== undefined) onChange(option.value);
  }
  return (
    <Field label={label} note={note} hint={hint} error={error} id={id} className={className}>
      {(control) => (
        <span className={styles.withCaret}>
          <select
            {...rest}
            {...control}
            className={clsx(styles.input, styles.select)}
            value={value}
            onChange={(event) => choose(event.target.value)}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <ObjectGlyph kind="chevron" className={styles.caret} />
        </span>
      )}
    </Field>
  );
}
