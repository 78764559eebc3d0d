import { clsx } from 'clsx';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { ObjectGlyph } from '../glyphs/signs.tsx';
import styles from './Field.module.css';
import { Field } from './Field.tsx';
import type { TextFieldProps } from './TextField.tsx';

export interface PasswordFieldProps
  extends Omit<TextFieldProps, 'type' | 'prefix' | 'suffix' | 'mono' | 'autoComplete'> {
  readonly autoComplete: 'current-password' | 'new-password';
  readonly showLabel: string;
  readonly hideLabel: string;
}

/** A password that can be shown. Pasting and password managers work as they are. */
export function PasswordField({
  label,
  note,
  hint,
  error,
  id,
  className,
  onChange,
  showLabel,
  hideLabel,
  ...rest
}: PasswordFieldProps): ReactElement {
  const [isShown, setShown] = useState(false);
  return (
    <Field label={label} note={note} hint={hint} error={error} id={id} className={className}>
      {(control) => (
        <>
          <input
            {...rest}
            {...control}
            type={isShown ? 'text' : 'password'}
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            className={styles.input}
            onChange={(event) => onChange?.(event.target.value)}
          />
          <button
            type="button"
            className={clsx(styles.addon, styles.addonButton)}
            aria-label={isShown ? hideLabel : showLabel}
            aria-controls={control.id}
            aria-pressed={isShown}
            onClick={() => setShown(!isShown)}
          >
            <ObjectGlyph kind={isShown ? 'eyeOff' : 'eye'} />
          </button>
        </>
      )}
    </Field>
  );
}
