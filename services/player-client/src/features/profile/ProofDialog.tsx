import { Button, Dialog, PasswordField, TextField } from '@sw/ui';
import type { ReactElement, SubmitEvent } from 'react';
import { useState, useSyncExternalStore } from 'react';
import { useGame } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import styles from './Profile.module.css';
import { useAccount, useAct } from './use-account.ts';

/** Opens by itself when a call needs a fresh proof; given, the call is repeated as if nothing had been. */
export function ProofDialog(): ReactElement {
  const t = useText('account');
  const { stepUp } = useAccount();
  const request = useSyncExternalStore(stepUp.subscribe, stepUp.pending);
  const leave = () => stepUp.settle(false);
  return (
    <Dialog
      open={request !== null}
      danger
      title={t('account:step_up.title')}
      closeLabel={t('common:action.close')}
      onClose={leave}
    >
      {request !== null && <ProofForm withCode={request.methods.includes('totp')} onLeave={leave} />}
    </Dialog>
  );
}

function ProofForm({ withCode, onLeave }: { withCode: boolean; onLeave: () => void }): ReactElement {
  const t = useText('account');
  const { api, session } = useGame();
  const { stepUp } = useAccount();
  const [proof, setProof] = useState('');
  const act = useAct();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (act.pending) return;
    void act.run(async () => {
      session.adopt(await api.stepUp({ body: withCode ? { code: proof.trim() } : { password: proof } }));
      stepUp.settle(true);
    });
  };
  return (
    <form className={styles.part} onSubmit={submit}>
      <p>{t('account:step_up.lead')}</p>
      {withCode ? (
        <TextField
          label={t('account:step_up.code')}
          hint={t('account:step_up.code_hint')}
          name="code"
          autoComplete="one-time-code"
          autoFocus
          required
          mono
          minLength={6}
          maxLength={20}
          value={proof}
          onChange={setProof}
          error={act.problem ?? undefined}
        />
      ) : (
        <PasswordField
          label={t('account:step_up.password')}
          name="password"
          autoComplete="current-password"
          autoFocus
          required
          maxLength={128}
          value={proof}
          onChange={setProof}
          showLabel={t('common:field.password_show')}
          hideLabel={t('common:field.password_hide')}
          error={act.problem ?? undefined}
        />
      )}
      <div className={styles.acts}>
        <Button variant="quiet" onClick={onLeave}>
          {t('account:step_up.cancel')}
        </Button>
        <Button type="submit" variant="next" pending={act.pending}>
          {t('account:step_up.submit')}
        </Button>
      </div>
    </form>
  );
}
