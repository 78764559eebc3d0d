import { Button, PasswordField, TextField } from '@sw/ui';
import { clsx } from 'clsx';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { PublicLink } from '../../app/PublicLink.tsx';
import { publicApi } from '../../app/public-api.ts';
import { text } from '../../app/public-text.ts';
import styles from './Account.module.css';
import { AccountFrame } from './AccountFrame.tsx';
import { FIELD_LIMITS } from './field-limits.ts';
import { passwordStrength } from './password-strength.ts';
import { useFormSubmit } from './use-form-submit.ts';
import { useUsernameAvailability } from './use-username-availability.ts';

const STRENGTH_KEYS = [
  'register.password_hint',
  'register.strength_1',
  'register.strength_2',
  'register.strength_3',
  'register.strength_4',
] as const;

const NAME_KEYS = {
  idle: 'register.name_hint',
  asking: 'register.name_asking',
  free: 'register.name_free',
  format: 'field_error.username',
  reserved: 'register.name_reserved',
  taken: 'field_error.taken',
  unknown: 'register.name_unknown',
} as const;

const REFUSED: readonly string[] = ['format', 'reserved', 'taken'];

/** P-02: a name, a password, an e-mail if wanted; nothing else is asked. */
export function RegisterPage(): ReactElement {
  const [username, setUsername] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const availability = useUsernameAvailability(username.trim());
  const strength = passwordStrength(password, username, FIELD_LIMITS.password.min);
  const form = useFormSubmit(() =>
    publicApi.register({
      username: username.trim(),
      password,
      locale: navigator.language,
      ...(email.trim() === '' ? {} : { email: email.trim() }),
    }),
  );
  const nameProblem = REFUSED.includes(availability) ? text(NAME_KEYS[availability]) : undefined;
  const wait = form.waitS > 0 ? text('form.wait', { seconds: form.waitS }) : undefined;
  return (
    <AccountFrame
      title={text('register.title')}
      lead={text('register.lead')}
      problem={form.problem}
      foot={
        <>
          {text('register.has_account')}{' '}
          <PublicLink href={`/login${location.search}`}>{text('register.to_login')}</PublicLink>
        </>
      }
    >
      <form className={styles.form} onSubmit={form.submit}>
        <TextField
          label={text('form.username')}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={FIELD_LIMITS.username.max}
          value={username}
          onChange={setUsername}
          hint={
            nameProblem === undefined && (
              <span role="status" className={clsx(availability === 'free' && 'gain')}>
                {text(NAME_KEYS[availability])}
              </span>
            )
          }
          error={form.problem?.fields['username'] ?? nameProblem}
        />
        <TextField
          label={text('form.email')}
          note={text('form.optional')}
          name="email"
          type="email"
          autoComplete="email"
          maxLength={FIELD_LIMITS.email.max}
          value={email}
          onChange={setEmail}
          hint={text('register.email_hint')}
          error={form.problem?.fields['email']}
        />
        <PasswordField
          label={text('form.password')}
          name="new-password"
          autoComplete="new-password"
          required
          maxLength={FIELD_LIMITS.password.max}
          value={password}
          onChange={setPassword}
          showLabel={text('form.show')}
          hideLabel={text('form.hide')}
          hint={
            <span role="status" className={styles.strength} data-strength={strength}>
              {text(STRENGTH_KEYS[strength])}
            </span>
          }
          error={form.problem?.fields['password']}
        />
        <Button type="submit" variant="next" size="large" wide pending={form.pending} disabledReason={wait}>
          {text(form.pending ? 'register.pending' : 'register.submit')}
        </Button>
      </form>
    </AccountFrame>
  );
}
