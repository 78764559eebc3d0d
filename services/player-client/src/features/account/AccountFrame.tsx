import { Wordmark } from '@sw/ui';
import type { ReactElement, ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { PublicLink } from '../../app/PublicLink.tsx';
import { text } from '../../app/public-text.ts';
import styles from './Account.module.css';
import type { FormProblem } from './form-problem.ts';

export interface AccountFrameProps {
  readonly title: string;
  readonly lead: ReactNode;
  readonly problem: FormProblem | null;
  readonly children: ReactNode;
  readonly foot: ReactNode;
}

/** The page around a sign-in form: the name, one heading, what went wrong, the form. */
export function AccountFrame({ title, lead, problem, children, foot }: AccountFrameProps): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title}. ${text('app.name')}`;
    heading.current?.focus();
  }, [title]);
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <PublicLink href="/" aria-label={text('form.home')}>
          <Wordmark className={styles.word} />
        </PublicLink>
      </header>
      <main className={styles.main}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <p className={styles.lead}>{lead}</p>
        <div role="alert" className={styles.alert}>
          {problem !== null && (
            <p className={styles.problem}>
              <strong>{problem.message}</strong>
              {problem.requestId !== null && (
                <span className="lo">
                  {text('form.request')} <code>{problem.requestId}</code>
                </span>
              )}
            </p>
          )}
        </div>
        {children}
        <p className={styles.foot}>{foot}</p>
      </main>
    </div>
  );
}
