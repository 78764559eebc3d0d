import { Button, buttonClass } from '@sw/ui';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useText } from '../../app/text.ts';
import styles from './Profile.module.css';

/** The backup codes, shown this once, with three ways to keep them. */
export function BackupCodes({
  codes,
  onDone,
}: {
  codes: readonly string[];
  onDone: () => void;
}): ReactElement {
  const t = useText('account');
  const [isCopied, setCopied] = useState(false);
  const text = codes.join('\n');
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <>
      <p>{t('account:mfa.codes_lead')}</p>
      <ul className={styles.codes} aria-label={t('account:mfa.codes_title')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={styles.acts}>
        <Button size="small" onClick={() => void copy()}>
          {t('account:mfa.copy')}
        </Button>
        <a
          className={buttonClass({ size: 'small' })}
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${text}\n`)}`}
          download={t('account:mfa.file')}
        >
          {t('account:mfa.download')}
        </a>
        <Button size="small" onClick={() => window.print()}>
          {t('account:mfa.print')}
        </Button>
        <span role="status">{isCopied && t('account:mfa.copied')}</span>
      </div>
      <Button variant="next" onClick={onDone}>
        {t('account:mfa.done')}
      </Button>
    </>
  );
}
