import { buttonClass } from '@sw/ui';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useText } from '../../app/text.ts';
import { Screen } from '../../shell/Screen.tsx';
import { DataPanel } from './DataPanel.tsx';
import { EmailPanel } from './EmailPanel.tsx';
import { FactorPanel } from './FactorPanel.tsx';
import styles from './Profile.module.css';
import { ProofDialog } from './ProofDialog.tsx';
import { AccountContext, useNewAccount } from './use-account.ts';

/** P-24, account: address, second factor, and everything kept about oneself. */
export function ProfilePage(): ReactElement {
  const t = useText('account');
  const account = useNewAccount();
  return (
    <AccountContext value={account}>
      <Screen
        title={t('account:title')}
        help="keys"
        stage={
          <div className={styles.page}>
            <p>
              <Link to="/game/settings" className={buttonClass()}>
                {t('account:back')}
              </Link>
            </p>
            <div className={styles.columns}>
              <EmailPanel />
              <FactorPanel />
              <DataPanel />
            </div>
          </div>
        }
      />
      <ProofDialog />
    </AccountContext>
  );
}
