import { useTranslation } from '@sw/i18n';
import { LogoMark } from '@sw/ui';
import type { ReactElement, ReactNode } from 'react';
import type { Refusal } from '../../app/refusal.ts';
import { ThemeButton } from '../../shell/ThemeButton.tsx';
import styles from './SignIn.module.css';

export interface SignInFrameProps {
  readonly title: string;
  /** Why one is here, when that is not plain. */
  readonly lead?: string | undefined;
  readonly refusal: Refusal | null;
  readonly children: ReactNode;
}

/** The frame of the pages before the console: one form, nothing else. */
export function SignInFrame({ title, lead, refusal, children }: SignInFrameProps): ReactElement {
  const { t } = useTranslation('admin');
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <p className={styles.brand}>
          <LogoMark />
          {t('shell.product')}
          <span className={styles.theme}>
            <ThemeButton />
          </span>
        </p>
        <h1 className={styles.title}>{title}</h1>
        {lead !== undefined && <p>{lead}</p>}
        {refusal !== null && (
          <p className={styles.refusal} role="alert">
            {refusal.text}
          </p>
        )}
        {children}
      </div>
    </main>
  );
}
