import { Button } from '@sw/ui';
import type { ReactElement } from 'react';
import { useId, useState } from 'react';
import { useText } from '../../app/text.ts';
import { MARK_LIMITS } from '../../sectors/mark-limits.ts';
import styles from './Dossier.module.css';

/** The one note about a sector; emptied and kept, it is gone. */
export function NoteField({
  text,
  onKeep,
}: {
  readonly text: string;
  readonly onKeep: (text: string) => Promise<void>;
}): ReactElement {
  const t = useText('explore');
  const id = useId();
  const [draft, setDraft] = useState(text);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void onKeep(draft);
      }}
    >
      <label htmlFor={id}>{t('explore:mark.note')}</label>
      <textarea
        id={id}
        rows={4}
        maxLength={MARK_LIMITS.note}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
      />
      <Button type="submit" size="small">
        {t(draft.trim() === '' && text !== '' ? 'explore:mark.remove' : 'explore:mark.keep')}
      </Button>
    </form>
  );
}
