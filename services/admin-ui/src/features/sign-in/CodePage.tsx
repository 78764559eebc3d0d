import { useTranslation } from '@sw/i18n';
import { Button, TextField } from '@sw/ui';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useConsole } from '../../app/console-context.ts';
import { useFormSubmit } from '../../app/use-form-submit.ts';
import styles from './SignIn.module.css';
import { SignInFrame } from './SignInFrame.tsx';

/** The code that completes a sign-in; the password was right. */
export function CodePage({ mfaToken, onBack }: { mfaToken: string; onBack: () => void }): ReactElement {
  const { t } = useTranslation('admin');
  const { api, session } = useConsole();
  const [code, setCode] = useState('');
  const form = useFormSubmit(async () => {
    session.adopt(await api.adminVerifyMfa({ body: { mfaToken, code: code.trim() } }));
  });
  return (
    <SignInFrame title={t('mfa_sign_in.title')} lead={t('mfa_sign_in.lead')} refusal={form.refusal}>
      <form className={styles.form} onSubmit={form.submit}>
        <TextField
          label={t('mfa_sign_in.code')}
          hint={t('mfa_sign_in.hint')}
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          autoFocus
          required
          mono
          minLength={6}
          maxLength={20}
          value={code}
          onChange={setCode}
        />
        <Button type="submit" variant="next" size="large" wide pending={form.isPending}>
          {t('mfa_sign_in.submit')}
        </Button>
        <Button variant="quiet" wide onClick={onBack}>
          {t('mfa_sign_in.back')}
        </Button>
      </form>
    </SignInFrame>
  );
}
