import type { EndReason } from '@sw/api-client';
import { useTranslation } from '@sw/i18n';
import { Button, PasswordField, TextField } from '@sw/ui';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useConsole } from '../../app/console-context.ts';
import { useFormSubmit } from '../../app/use-form-submit.ts';
import { CodePage } from './CodePage.tsx';
import styles from './SignIn.module.css';
import { SignInFrame } from './SignInFrame.tsx';

/** Name and password of an operator. */
export function SignInPage({ reason }: { reason: EndReason | null }): ReactElement {
  const { t } = useTranslation(['admin', 'common']);
  const { api, session, idleLock } = useConsole();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [mfaToken, setMfaToken] = useState<string | null>(null);
  const form = useFormSubmit(async () => {
    const reply = await api.adminLogin({ body: { login: login.trim(), password } });
    if ('mfaToken' in reply) setMfaToken(reply.mfaToken);
    else session.adopt(reply);
  });
  if (mfaToken !== null) return <CodePage mfaToken={mfaToken} onBack={() => setMfaToken(null)} />;
  return (
    <SignInFrame
      title={t('sign_in.title')}
      lead={leadOf(t, reason, idleLock.wasLocked())}
      refusal={form.refusal}
    >
      <form className={styles.form} onSubmit={form.submit}>
        <TextField
          label={t('sign_in.name')}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={254}
          value={login}
          onChange={setLogin}
        />
        <PasswordField
          label={t('sign_in.password')}
          name="password"
          autoComplete="current-password"
          required
          maxLength={128}
          value={password}
          onChange={setPassword}
          showLabel={t('common:field.password_show')}
          hideLabel={t('common:field.password_hide')}
        />
        <Button type="submit" variant="next" size="large" wide pending={form.isPending}>
          {t('sign_in.submit')}
        </Button>
      </form>
    </SignInFrame>
  );
}

type Texts = ReturnType<typeof useTranslation<['admin', 'common']>>['t'];

/** Why somebody who was signed in stands here again. */
function leadOf(t: Texts, reason: EndReason | null, wasLocked: boolean): string | undefined {
  if (wasLocked) return t('sign_in.locked');
  if (reason === 'revoked') return t('sign_in.revoked');
  return reason === 'expired' ? t('sign_in.expired') : undefined;
}
