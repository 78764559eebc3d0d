import { useTranslation } from '@sw/i18n';
import { Button } from '@sw/ui';
import type { ReactElement } from 'react';
import { useState } from 'react';
import styles from './Mfa.module.css';

/** The backup codes, shown this once, with two ways to keep them. */
export function BackupCodes({
  codes,
  onDone,
}: {
  codes: readonly string[];
  onDone: () => void;
}): ReactElement {
  const { t } = useTranslation('admin');
  const [isCopied, setCopied] = useState(false);
  const text = codes.join('\n');
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`${text}\n`)}`;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <div className={styles.part}>
      <p>{t('mfa_enroll.codes_lead')}</p>
      <ul className={styles.codes} aria-label={t('mfa_enroll.codes_title')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={styles.acts}>
        <Button size="small" onClick={() => void copy()}>
          {t('mfa_enroll.codes_copy')}
        </Button>
        <a className={styles.link} href={file} download={t('mfa_enroll.codes_file')}>
          {t('mfa_enroll.codes_download')}
        </a>
        <span role="status">{isCopied && t('mfa_enroll.codes_copied')}</span>
      </div>
      <Button variant="next" wide onClick={onDone}>
        {t('mfa_enroll.done')}
      </Button>
    </div>
  );
}
