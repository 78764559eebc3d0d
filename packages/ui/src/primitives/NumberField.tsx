import { clsx } from 'clsx';
import type { KeyboardEvent, ReactElement } from 'react';
import { useState } from 'react';
import { formatInteger } from '../format/numbers.ts';
import { ObjectGlyph } from '../glyphs/signs.tsx';
import fieldStyles from './Field.module.css';
import type { FieldTexts } from './Field.tsx';
import { Field } from './Field.tsx';
import styles from './NumberField.module.css';
import { parseQuantity } from './quantity.ts';

export interface NumberFieldProps extends FieldTexts {
  readonly id?: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly min?: number;
  readonly max: number;
  readonly step?: number;
  readonly locale: string;
  readonly decreaseLabel: string;
  readonly increaseLabel: string;
  readonly disabled?: boolean;
  readonly className?: string | undefined;
  /** Enter in the field: the next act of the form. */
  readonly onSubmit?: () => void;
}

/** Steps of the keys; Page keys take ten. */
const KEY_STEPS: Readonly<Record<string, number>> = {
  ArrowUp: 1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
};

/**
 * A whole number with stepper buttons. Typing takes `1.2k` and `3m`; while the
 * field has focus it keeps what was typed, on leaving it shows the value that
 * holds. Values stay between `min` and `max`; text that is no number changes
 * nothing.
 */
export function NumberField({
  id,
  value,
  onChange,
  min = 0,
  max,
  step = 1,
  locale,
  decreaseLabel,
  increaseLabel,
  disabled = false,
  className,
  onSubmit,
  ...texts
}: NumberFieldProps): ReactElement {
  const [draft, setDraft] = useState<string | null>(null);
  const clamp = (next: number) => Math.min(Math.max(max, min), Math.max(min, next));

  function stepBy(count: number): void {
    setDraft(null);
    onChange(clamp(value + count * step));
  }

  function handleType(text: string): void {
    setDraft(text);
    const typed = parseQuantity(text);
    if (typed !== null) onChange(clamp(typed));
  }

  function handleKey(event: KeyboardEvent<HTMLInputElement>): void {
    const steps = KEY_STEPS[event.key];
    if (steps !== undefined) {
      event.preventDefault();
      stepBy(steps);
    } else if (event.key === 'Enter') {
      setDraft(null);
      onSubmit?.();
    }
  }

  return (
    <Field {...texts} id={id} className={className}>
      {(control) => (
        <>
          <StepButton
            label={decreaseLabel}
            kind="minus"
            isDisabled={disabled || value <= min}
            onPress={() => stepBy(-1)}
          />
          <input
            {...control}
            role="spinbutton"
            inputMode="numeric"
            autoComplete="off"
            className={clsx(fieldStyles.input, styles.input)}
            value={draft ?? formatInteger(value, locale)}
            aria-valuenow={value}
            aria-valuemin={min}
            aria-valuemax={max}
            disabled={disabled}
            onFocus={(event) => event.target.select()}
            onChange={(event) => handleType(event.target.value)}
            onBlur={() => setDraft(null)}
            onKeyDown={handleKey}
          />
          <StepButton
            label={increaseLabel}
            kind="plus"
            isDisabled={disabled || value >= max}
            onPress={() => stepBy(1)}
          />
        </>
      )}
    </Field>
  );
}

interface StepButtonProps {
  readonly label: string;
  readonly kind: 'minus' | 'plus';
  readonly isDisabled: boolean;
  readonly onPress: () => void;
}

/** Left out of the tab order: the arrow keys of the field do the same. */
function StepButton({ label, kind, isDisabled, onPress }: StepButtonProps): ReactElement {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.step}
      aria-label={label}
      disabled={isDisabled}
      onClick={onPress}
    >
      <ObjectGlyph kind={kind} />
    </button>
  );
}
