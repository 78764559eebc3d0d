import { Button, TextField } from '@sw/ui';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { PublicLink } from '../../app/PublicLink.tsx';
import { publicApi } from '../../app/public-api.ts';
import { text } from '../../app/public-text.ts';
import styles from './Account.module.css';
import { AccountFrame } from './AccountFrame.tsx';
import { usePlainForm } from './use-plain-form.ts';

/** P-02: asks for a link to a new password. The answer says nothing about whether there is such an account. */
export function ForgotPage(): ReactElement {
  const [email, setEmail] = useState('');
  const form = usePlainForm(() => publicApi.requestPasswordReset(email.trim()));
  return (
    <AccountFrame
      title={text('forgot.title')}
      lead={text(form.done ? 'forgot.done' : 'forgot.lead')}
      problem={form.problem}
      foot={<PublicLink href="/login">{text('forgot.back')}</PublicLink>}
    >
      {!form.done && (
        <form className={styles.form} onSubmit={form.submit}>
          <TextField
            label={text('form.email')}
            name="email"
            type="email"
            autoComplete="email"
            required
            maxLength={254}
            value={email}
            onChange={setEmail}
            error={form.problem?.fields['email']}
          />
          <Button type="submit" variant="next" size="large" wide pending={form.pending}>
            {text('forgot.submit')}
          </Button>
        </form>
      )}
    </AccountFrame>
  );
}
