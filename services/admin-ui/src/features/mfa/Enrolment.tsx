import { useTranslation } from '@sw/i18n';
import { Button, QrCode, TextField } from '@sw/ui';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useConsole } from '../../app/console-context.ts';
import { useFormSubmit } from '../../app/use-form-submit.ts';
import { BackupCodes } from './BackupCodes.tsx';
import styles from './Mfa.module.css';

type Step =
  | { readonly kind: 'begin' }
  | { readonly kind: 'scan'; readonly secret: string; readonly otpauthUri: string }
  | { readonly kind: 'codes'; readonly codes: readonly string[] };

/** Sets up an authenticator: scan, prove, keep the backup codes. */
export function Enrolment({ onDone }: { onDone: () => void }): ReactElement {
  const { t } = useTranslation('admin');
  const { api } = useConsole();
  const [step, setStep] = useState<Step>({ kind: 'begin' });
  const [code, setCode] = useState('');
  const begin = useFormSubmit(async () => setStep({ kind: 'scan', ...(await api.setUpMfa()) }));
  const confirm = useFormSubmit(async () => {
    const { backupCodes } = await api.confirmMfa({ body: { code: code.trim() } });
    setStep({ kind: 'codes', codes: backupCodes });
  });
  if (step.kind === 'codes') return <BackupCodes codes={step.codes} onDone={onDone} />;
  const { refusal } = step.kind === 'begin' ? begin : confirm;
  return (
    <form className={styles.part} onSubmit={step.kind === 'begin' ? begin.submit : confirm.submit}>
      {refusal !== null && (
        <p className={styles.refusal} role="alert">
          {refusal.text}
        </p>
      )}
      {step.kind === 'begin' ? (
        <Button type="submit" variant="next" size="large" wide pending={begin.isPending}>
          {t('mfa_enroll.begin')}
        </Button>
      ) : (
        <>
          <p>{t('mfa_enroll.scan')}</p>
          <QrCode text={step.otpauthUri} label={t('mfa_enroll.qr')} />
          <p>
            {t('mfa_enroll.secret')}
            <br />
            <bdi className={styles.secret}>{step.secret.replace(/(.{4})(?=.)/g, '$1 ')}</bdi>
          </p>
          <TextField
            label={t('mfa_enroll.code')}
            hint={t('mfa_enroll.code_hint')}
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
          />
          <Button type="submit" variant="next" size="large" wide pending={confirm.isPending}>
            {t('mfa_enroll.confirm')}
          </Button>
        </>
      )}
    </form>
  );
}
