import { Button, TextField } from '@sw/ui';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { publicApi } from '../../app/public-api.ts';
import { text } from '../../app/public-text.ts';
import styles from './Account.module.css';
import { AccountFrame } from './AccountFrame.tsx';
import { useFormSubmit } from './use-form-submit.ts';

/** P-02: the code that completes a sign-in; the password was right. */
export function CodePage({ mfaToken, onAgain }: { mfaToken: string; onAgain: () => void }): ReactElement {
  const [code, setCode] = useState('');
  const form = useFormSubmit(() => publicApi.verifyMfa({ mfaToken, code: code.trim() }));
  const wait = form.waitS > 0 ? text('form.wait', { seconds: form.waitS }) : undefined;
  return (
    <AccountFrame
      title={text('mfa.title')}
      lead={text('mfa.lead')}
      problem={form.problem}
      foot={
        <Button variant="quiet" onClick={onAgain}>
          {text('mfa.again')}
        </Button>
      }
    >
      <form className={styles.form} onSubmit={form.submit}>
        <TextField
          label={text('mfa.code')}
          hint={text('mfa.hint')}
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          required
          mono
          minLength={6}
          maxLength={20}
          value={code}
          onChange={setCode}
          error={form.problem?.fields['code']}
        />
        <Button type="submit" variant="next" size="large" wide pending={form.pending} disabledReason={wait}>
          {text('mfa.submit')}
        </Button>
      </form>
    </AccountFrame>
  );
}
