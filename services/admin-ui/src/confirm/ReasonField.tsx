import { useTranslation } from '@sw/i18n';
import { Button } from '@sw/ui';
import type { ReactElement } from 'react';
import { useId } from 'react';
import styles from './Confirm.module.css';
import { MAX_REASON, MIN_REASON } from './confirm-level.ts';

/** Sentences that fit most acts; an operator completes one or writes his own. */
const TEMPLATES = ['request', 'correction', 'conduct', 'security', 'maintenance'] as const;

/** Why an operator does something: kept in the audit log as he wrote it. */
export function ReasonField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactElement {
  const { t } = useTranslation('admin');
  const id = useId();
  return (
    <div className={styles.reason}>
      <label htmlFor={id}>{t('confirm.reason')}</label>
      <div className={styles.templates}>
        {TEMPLATES.map((template) => (
          <Button
            key={template}
            size="small"
            variant="quiet"
            onClick={() => onChange(t(`confirm.template.${template}`))}
          >
            {t(`confirm.template_name.${template}`)}
          </Button>
        ))}
      </div>
      <textarea
        id={id}
        className={styles.text}
        rows={3}
        required
        minLength={MIN_REASON}
        maxLength={MAX_REASON}
        aria-describedby={`${id}-hint`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-hint`} className={styles.hint}>
        {t('confirm.reason_hint', { min: MIN_REASON, count: value.trim().length, max: MAX_REASON })}
      </p>
    </div>
  );
}
