import type { ReactElement, ReactNode } from 'react';
import { useId } from 'react';
import styles from './RadioGroup.module.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';

export interface RadioOption<Value extends string = string> {
  readonly value: Value;
  readonly label: ReactNode;
  /** At the end of the row: what this choice means or costs. */
  readonly hint?: ReactNode;
  /** Why it cannot be chosen; replaces the hint. */
  readonly disabledReason?: string | undefined;
}

export interface RadioGroupProps<Value extends string> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly options: readonly RadioOption<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** `segments`: a row of joined buttons, for views and periods. */
  readonly look?: 'list' | 'segments';
  readonly className?: string | undefined;
}

/** One choice of several, on native radio buttons: arrows, forms and names are the browser's. */
export function RadioGroup<Value extends string>({
  label,
  hideLabel = false,
  options,
  value,
  onChange,
  look = 'list',
  className,
}: RadioGroupProps<Value>): ReactElement {
  const name = useId();
  const isList = look === 'list';
  return (
    <fieldset className={className}>
      {hideLabel || !isList ? (
        <VisuallyHidden as="legend">{label}</VisuallyHidden>
      ) : (
        <legend className={styles.legend}>{label}</legend>
      )}
      <div className={isList ? styles.list : styles.segments}>
        {options.map((option) => (
          <label key={option.value} className={isList ? styles.option : styles.segment}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabledReason !== undefined}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
            {isList && <span className={styles.hint}>{option.disabledReason ?? option.hint}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
