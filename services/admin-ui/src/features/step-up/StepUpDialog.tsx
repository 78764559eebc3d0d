import { useTranslation } from '@sw/i18n';
import { Button, Dialog, PasswordField, TextField } from '@sw/ui';
import type { ReactElement } from 'react';
import { useState, useSyncExternalStore } from 'react';
import { useConsole } from '../../app/console-context.ts';
import { useFormSubmit } from '../../app/use-form-submit.ts';
import styles from './StepUpDialog.module.css';

/** Opens by itself when a call needs a fresh proof; given, the call is repeated as if nothing had been. */
export function StepUpDialog(): ReactElement {
  const { t } = useTranslation(['admin', 'common']);
  const { stepUp } = useConsole();
  const request = useSyncExternalStore(stepUp.subscribe, stepUp.pending);
  const leave = (): void => stepUp.settle(false);
  return (
    <Dialog
      open={request !== null}
      danger
      title={t('step_up.title')}
      closeLabel={t('common:action.close')}
      onClose={leave}
    >
      {request !== null && <ProofForm withCode={request.methods.includes('totp')} onLeave={leave} />}
    </Dialog>
  );
}

function ProofForm({ withCode, onLeave }: { withCode: boolean; onLeave: () => void }): ReactElement {
  const { t } = useTranslation(['admin', 'common']);
  const { api, session, stepUp } = useConsole();
  const [proof, setProof] = useState('');
  const form = useFormSubmit(async () => {
    const body = withCode ? { code: proof.trim() } : { password: proof };
    session.adopt(await api.stepUp({ body }));
    stepUp.settle(true);
  });
  return (
    <form className={styles.form} onSubmit={form.submit}>
      <p>{t('step_up.lead')}</p>
      {form.refusal !== null && (
        <p role="alert" className={styles.refusal}>
          {form.refusal.text}
        </p>
      )}
      {withCode ? (
        <TextField
          label={t('step_up.code_label')}
          hint={t('step_up.code_hint')}
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          autoFocus
          required
          mono
          maxLength={20}
          value={proof}
          onChange={setProof}
        />
      ) : (
        <PasswordField
          label={t('step_up.password_label')}
          name="password"
          autoComplete="current-password"
          autoFocus
          required
          maxLength={128}
          value={proof}
          onChange={setProof}
          showLabel={t('common:field.password_show')}
          hideLabel={t('common:field.password_hide')}
        />
      )}
      <div className={styles.acts}>
        <Button variant="quiet" onClick={onLeave}>
          {t('step_up.cancel')}
        </Button>
        <Button type="submit" variant="next" pending={form.isPending}>
          {t('step_up.submit')}
        </Button>
      </div>
    </form>
  );
}
