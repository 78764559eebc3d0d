import { Button, QrCode, TextField } from '@sw/ui';
import type { ReactElement, SubmitEvent } from 'react';
import { useState } from 'react';
import { useText } from '../../app/text.ts';
import styles from './Profile.module.css';
import { useAccount, useAct } from './use-account.ts';

export interface FactorEnrolmentProps {
  readonly secret: string;
  readonly uri: string;
  readonly onCodes: (codes: readonly string[]) => Promise<void>;
  readonly onLeave: () => void;
}

/** Scan, then prove by a code that it was scanned. */
export function FactorEnrolment({ secret, uri, onCodes, onLeave }: FactorEnrolmentProps): ReactElement {
  const t = useText('account');
  const { api } = useAccount();
  const [code, setCode] = useState('');
  const act = useAct();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (act.pending) return;
    void act.run(async () => onCodes((await api.confirmMfa({ body: { code: code.trim() } })).backupCodes));
  };
  return (
    <form className={styles.part} onSubmit={submit}>
      <p>{t('account:mfa.scan')}</p>
      <QrCode text={uri} label={t('account:mfa.qr')} />
      <p>
        {t('account:mfa.secret')} <bdi className={styles.secret}>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</bdi>
      </p>
      <TextField
        label={t('account:mfa.code')}
        hint={t('account:mfa.code_hint')}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        autoFocus
        required
        mono
        minLength={6}
        maxLength={7}
        value={code}
        onChange={setCode}
        error={act.problem ?? undefined}
      />
      <div className={styles.acts}>
        <Button type="submit" variant="next" pending={act.pending}>
          {t('account:mfa.confirm')}
        </Button>
        <Button variant="quiet" onClick={onLeave}>
          {t('account:mfa.cancel')}
        </Button>
      </div>
    </form>
  );
}
