import type { ReactElement } from 'react';
import { useState } from 'react';
import { text } from '../../app/public-text.ts';
import styles from './Account.module.css';
import type { FieldProps } from './Field.tsx';
import { Field } from './Field.tsx';

/** A password that can be shown; pasting and password managers work as everywhere. */
export function PasswordField(props: Omit<FieldProps, 'type' | 'end'>): ReactElement {
  const [shown, setShown] = useState(false);
  return (
    <Field
      {...props}
      type={shown ? 'text' : 'password'}
      autoCapitalize="none"
      spellCheck={false}
      end={
        <button
          type="button"
          className={styles.show}
          aria-pressed={shown}
          onClick={() => setShown((now) => !now)}
        >
          {text(shown ? 'form.hide' : 'form.show')}
        </button>
      }
    />
  );
}
