import { Button, PasswordField, TextField } from '@sw/ui';
import type { ReactElement, SubmitEvent } from 'react';
import { useState } from 'react';
import { useText } from '../../app/text.ts';
import styles from './Profile.module.css';
import { useAct } from './use-account.ts';

export interface FactorProofProps {
  readonly withPassword?: boolean;
  readonly submit: string;
  readonly send: (proof: { readonly code: string; readonly password?: string }) => Promise<void>;
  readonly onLeave: () => void;
}

/** A code, and where asked the password, before something about the second factor changes. */
export function FactorProof({ withPassword = false, submit, send, onLeave }: FactorProofProps): ReactElement {
  const t = useText('account');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const act = useAct();
  const run = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (act.pending) return;
    void act.run(() => send({ code: code.trim(), ...(withPassword ? { password } : {}) }));
  };
  return (
    <form className={styles.part} onSubmit={run}>
      {withPassword && (
        <PasswordField
          label={t('account:mfa.password')}
          name="password"
          autoComplete="current-password"
          maxLength={128}
          value={password}
          onChange={setPassword}
          showLabel={t('common:field.password_show')}
          hideLabel={t('common:field.password_hide')}
        />
      )}
      <TextField
        label={t('account:mfa.code')}
        hint={t('account:step_up.code_hint')}
        name="code"
        autoComplete="one-time-code"
        required
        mono
        minLength={6}
        maxLength={20}
        value={code}
        onChange={setCode}
        error={act.problem ?? undefined}
      />
      <div className={styles.acts}>
        <Button type="submit" pending={act.pending}>
          {submit}
        </Button>
        <Button variant="quiet" onClick={onLeave}>
          {t('account:mfa.cancel')}
        </Button>
      </div>
    </form>
  );
}
