import { useTranslation } from '@sw/i18n';
import { Button } from '@sw/ui';
import type { ReactElement, ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { useConsole, useSessionState } from '../app/console-context.ts';
import { refusalOf } from '../app/refusal.ts';
import { ChangePasswordPage } from '../features/sign-in/ChangePasswordPage.tsx';
import { EnrollPage } from '../features/sign-in/EnrollPage.tsx';
import { SignInPage } from '../features/sign-in/SignInPage.tsx';
import styles from './Gate.module.css';

/**
 * Lets nobody pass but an operator who has chosen his own password and, where the server asks for one, has a second
 * factor. The address stays what it is, so that
 * signing in leads to where one wanted to go. The server checks everything again.
 */
export function Gate({ children }: { children: ReactNode }): ReactNode {
  const { session } = useConsole();
  const state = useSessionState();
  const [failure, setFailure] = useState<unknown>(null);
  const isUnknown = state.status === 'unknown';

  useEffect(() => {
    if (isUnknown && failure === null) session.restore().catch(setFailure);
  }, [session, isUnknown, failure]);

  if (isUnknown) return <Waiting failure={failure} onRetry={() => setFailure(null)} />;
  if (state.status === 'signed_out') return <SignInPage reason={state.reason} />;
  if (state.mustChangePassword) return <ChangePasswordPage username={state.user.username} />;
  return state.mustEnrollMfa === true ? <EnrollPage /> : children;
}

function Waiting({ failure, onRetry }: { failure: unknown; onRetry: () => void }): ReactElement {
  const { t } = useTranslation(['admin', 'common']);
  const { i18n } = useConsole();
  if (failure === null)
    return (
      <p className={styles.waiting} role="status">
        {t('common:state.busy')}
      </p>
    );
  return (
    <div className={styles.waiting} role="alert">
      <p>{refusalOf(i18n, failure).text}</p>
      <Button onClick={onRetry}>{t('common:action.retry')}</Button>
    </div>
  );
}
