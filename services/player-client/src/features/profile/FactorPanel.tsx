import { Button, formatDateTime, Panel } from '@sw/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useGame, useLocale } from '../../app/game-context.ts';
import { usePanelState } from '../../app/panel-states.ts';
import { useText } from '../../app/text.ts';
import { BackupCodes } from './BackupCodes.tsx';
import { FactorEnrolment } from './FactorEnrolment.tsx';
import { FactorProof } from './FactorProof.tsx';
import styles from './Profile.module.css';
import { accountKeys, useAccount, useAct } from './use-account.ts';

type Step =
  | { readonly kind: 'rest' }
  | { readonly kind: 'enrol'; readonly secret: string; readonly otpauthUri: string }
  | { readonly kind: 'codes'; readonly codes: readonly string[] }
  | { readonly kind: 'renew' | 'disable' };

/** The second factor: set up, its backup codes, and taken away. */
export function FactorPanel(): ReactElement {
  const t = useText('account');
  const { queries } = useGame();
  const locale = useLocale();
  const { api } = useAccount();
  const query = useQuery({ queryKey: accountKeys.mfa, queryFn: () => api.getMfa() });
  const state = usePanelState(query, t('account:mfa.title'));
  const [step, setStep] = useState<Step>({ kind: 'rest' });
  const act = useAct();
  const refresh = () => queries.invalidateQueries({ queryKey: accountKeys.mfa });
  const show = async (codes: readonly string[]) => {
    setStep({ kind: 'codes', codes });
    await refresh();
  };
  const rest = () => setStep({ kind: 'rest' });
  const begin = () => act.run(async () => setStep({ kind: 'enrol', ...(await api.setUpMfa()) }));
  const data = query.data;

  const body = () => {
    if (data === undefined) return null;
    if (step.kind === 'codes') return <BackupCodes codes={step.codes} onDone={rest} />;
    if (step.kind === 'enrol')
      return <FactorEnrolment secret={step.secret} uri={step.otpauthUri} onCodes={show} onLeave={rest} />;
    if (step.kind === 'renew')
      return (
        <FactorProof
          submit={t('account:mfa.renew')}
          send={async ({ code }) => show((await api.renewBackupCodes({ body: { code } })).backupCodes)}
          onLeave={rest}
        />
      );
    if (step.kind === 'disable')
      return (
        <FactorProof
          withPassword
          submit={t('account:mfa.disable')}
          send={async (proof) => {
            await api.disableMfa({ body: proof });
            rest();
            await refresh();
          }}
          onLeave={rest}
        />
      );
    if (!data.enabled)
      return (
        <>
          <p>{t('account:mfa.off')}</p>
          <Button pending={act.pending} onClick={() => void begin()}>
            {t('account:mfa.begin')}
          </Button>
        </>
      );
    return (
      <>
        <p>
          {t('account:mfa.on', { date: formatDateTime(Date.parse(data.confirmedAt ?? ''), locale) })}{' '}
          {t('account:mfa.codes_left', { count: data.backupCodesLeft })}
        </p>
        <div className={styles.acts}>
          <Button onClick={() => setStep({ kind: 'renew' })}>{t('account:mfa.renew')}</Button>
          <Button variant="danger" onClick={() => setStep({ kind: 'disable' })}>
            {t('account:mfa.disable')}
          </Button>
        </div>
      </>
    );
  };
  return (
    <Panel title={t('account:mfa.title')} state={state} padded>
      <div className={styles.part}>
        {act.problem !== null && (
          <p role="alert" className="loss">
            {act.problem}
          </p>
        )}
        {body()}
      </div>
    </Panel>
  );
}
