import { Button, TextField } from '@sw/ui';
import type { FormEvent, ReactElement } from 'react';
import { useId, useState } from 'react';
import { useText } from '../../app/text.ts';
import { MARK_LIMITS } from '../../sectors/mark-limits.ts';
import type { BookmarkMark } from './bookmark-mark.ts';
import { LookSign } from './LookSign.tsx';
import styles from './MapContext.module.css';
import { BOOKMARK_TONES } from './overlay-looks.ts';

export interface BookmarkEditorProps {
  readonly known: BookmarkMark | undefined;
  readonly suggestion: string;
  readonly onSave: (label: string, colour: number) => Promise<boolean>;
  readonly onRemove: () => Promise<boolean>;
  readonly onClose: () => void;
}

/** Label and colour of a bookmark. Enter saves, Escape leaves it as it was. */
export function BookmarkEditor({
  known,
  suggestion,
  onSave,
  onRemove,
  onClose,
}: BookmarkEditorProps): ReactElement {
  const t = useText();
  const [label, setLabel] = useState(known?.label ?? suggestion);
  const [colour, setColour] = useState(known?.colour ?? 0);
  const name = useId();
  const close = (done: boolean) => {
    if (done) onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (label.trim() !== '') void onSave(label.trim(), colour).then(close);
  };
  return (
    <form
      className={styles.editor}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <TextField
        label={t('map:bookmark_label')}
        value={label}
        maxLength={MARK_LIMITS.label}
        onChange={setLabel}
        // The editor opens because somebody asked for it.
        autoFocus
      />
      <fieldset className={styles.colours}>
        <legend>{t('map:bookmark_colours')}</legend>
        {BOOKMARK_TONES.map((tone, index) => (
          <label key={tone}>
            <input
              type="radio"
              name={name}
              checked={colour === index}
              aria-label={t('map:bookmark_colour', { number: index + 1 })}
              onChange={() => setColour(index)}
            />
            <LookSign look={{ tone, shape: 'diamond', size: 60, alpha: 255 }} />
          </label>
        ))}
      </fieldset>
      <div className={styles.acts}>
        <Button type="submit" size="small">
          {t('common:action.save')}
        </Button>
        {known !== undefined && (
          <Button size="small" variant="quiet" onClick={() => void onRemove().then(close)}>
            {t('map:bookmark_remove')}
          </Button>
        )}
        <Button size="small" variant="bare" onClick={onClose}>
          {t('common:action.cancel')}
        </Button>
      </div>
    </form>
  );
}
