import { useTranslation } from '@sw/i18n';
import { Button } from '@sw/ui';
import type { ReactElement } from 'react';
import { useConsole } from '../../app/console-context.ts';
import { Enrolment } from '../mfa/index.ts';
import styles from './SignIn.module.css';
import { SignInFrame } from './SignInFrame.tsx';

/** Stands before the console of an operator who has no second factor yet on a server that asks for one. */
export function EnrollPage(): ReactElement {
  const { t } = useTranslation('admin');
  const { session } = useConsole();
  // The next token says that the second factor is there.
  const enter = async (): Promise<void> => {
    await session.renew(await session.accessToken());
  };
  return (
    <SignInFrame title={t('mfa_enroll.title')} lead={t('mfa_enroll.lead')} refusal={null}>
      <div className={styles.form}>
        <Enrolment onDone={() => void enter().catch(() => undefined)} />
        <Button variant="quiet" wide onClick={() => void session.signOut().catch(() => undefined)}>
          {t('shell.sign_out')}
        </Button>
      </div>
    </SignInFrame>
  );
}
