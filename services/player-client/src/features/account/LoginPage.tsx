import { Button, PasswordField, TextField } from '@sw/ui';
import type { ReactElement } from 'react';
import { lazy, Suspense, useState } from 'react';
import { PublicLink } from '../../app/PublicLink.tsx';
import { publicApi } from '../../app/public-api.ts';
import { text } from '../../app/public-text.ts';
import styles from './Account.module.css';
import { AccountFrame } from './AccountFrame.tsx';
import { useFormSubmit } from './use-form-submit.ts';

/** Loaded by those who have a second factor only. */
const CodePage = lazy(async () => ({ default: (await import('./CodePage.tsx')).CodePage }));

const WHY_KEYS = { ended: 'login.why_ended', needed: 'login.why_needed' } as const;

/** Why the person is here, when the game sent him: `?why=ended` after a session ended. */
function reason(): string {
  const params = new URLSearchParams(location.search);
  const why = params.get('why');
  if (why === 'ended') return text(WHY_KEYS.ended);
  return params.has('return') ? text(WHY_KEYS.needed) : text('login.lead');
}

/** P-02: sign in with name (or verified e-mail) and password. */
export function LoginPage(): ReactElement {
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [mfaToken, setMfaToken] = useState<string | null>(null);
  const form = useFormSubmit(async () => {
    const reply = await publicApi.login({ login: login.trim(), password });
    if (!('mfaToken' in reply)) return reply;
    setMfaToken(reply.mfaToken);
    return null;
  });
  const wait = form.waitS > 0 ? text('form.wait', { seconds: form.waitS }) : undefined;
  if (mfaToken !== null) {
    return (
      <Suspense>
        <CodePage mfaToken={mfaToken} onAgain={() => setMfaToken(null)} />
      </Suspense>
    );
  }
  return (
    <AccountFrame
      title={text('login.title')}
      lead={reason()}
      problem={form.problem}
      foot={
        <>
          {text('login.no_account')}{' '}
          <PublicLink href={`/register${location.search}`}>{text('login.to_register')}</PublicLink>
        </>
      }
    >
      <form className={styles.form} onSubmit={form.submit}>
        <TextField
          label={text('form.login')}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          value={login}
          onChange={setLogin}
          error={form.problem?.fields['login']}
        />
        <PasswordField
          label={text('form.password')}
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={setPassword}
          showLabel={text('form.show')}
          hideLabel={text('form.hide')}
          error={form.problem?.fields['password']}
        />
        <Button type="submit" variant="next" size="large" wide pending={form.pending} disabledReason={wait}>
          {text(form.pending ? 'login.pending' : 'login.submit')}
        </Button>
        <PublicLink className={styles.aside} href="/forgot">
          {text('login.forgot')}
        </PublicLink>
      </form>
    </AccountFrame>
  );
}
