import { Button, PasswordField } from '@sw/ui';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { PublicLink } from '../../app/PublicLink.tsx';
import { publicApi } from '../../app/public-api.ts';
import { text } from '../../app/public-text.ts';
import styles from './Account.module.css';
import { AccountFrame } from './AccountFrame.tsx';
import { FIELD_LIMITS } from './field-limits.ts';
import { takeLinkToken } from './link-token.ts';
import { usePlainForm } from './use-plain-form.ts';

/** P-02: a new password by the link of a mail. */
export function ResetPage(): ReactElement {
  const [token] = useState(takeLinkToken);
  const [password, setPassword] = useState('');
  const form = usePlainForm(() => publicApi.resetPassword(token ?? '', password));
  const foot = (
    <PublicLink href={form.done ? '/login' : '/forgot'}>
      {text(form.done ? 'login.title' : 'forgot.title')}
    </PublicLink>
  );
  if (token === null || form.done) {
    const lead = text(form.done ? 'reset.done' : 'verify.no_link');
    return (
      <AccountFrame title={text('reset.title')} lead={lead} problem={null} foot={foot}>
        {null}
      </AccountFrame>
    );
  }
  return (
    <AccountFrame title={text('reset.title')} lead={text('reset.lead')} problem={form.problem} foot={foot}>
      <form className={styles.form} onSubmit={form.submit}>
        <PasswordField
          label={text('form.new_password')}
          name="new-password"
          autoComplete="new-password"
          required
          minLength={FIELD_LIMITS.password.min}
          maxLength={FIELD_LIMITS.password.max}
          value={password}
          onChange={setPassword}
          showLabel={text('form.show')}
          hideLabel={text('form.hide')}
          error={form.problem?.fields['password']}
        />
        <Button type="submit" variant="next" size="large" wide pending={form.pending}>
          {text('reset.submit')}
        </Button>
      </form>
    </AccountFrame>
  );
}
