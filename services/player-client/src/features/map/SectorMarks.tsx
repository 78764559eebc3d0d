import { Button } from '@sw/ui';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useText } from '../../app/text.ts';
import { MARK_LIMITS } from '../../sectors/mark-limits.ts';
import styles from './MapContext.module.css';
import { BookmarkEditor } from './MarkEditor.tsx';
import { useMarkEditor } from './mark-editor-store.ts';
import type { GameMap } from './use-map.ts';
import type { MapActs } from './use-map-acts.ts';

export interface SectorMarksProps {
  readonly map: GameMap;
  readonly acts: MapActs;
}

/** The player's own bookmark and note of the selected sector. */
export function SectorMarks({ map, acts }: SectorMarksProps): ReactElement | null {
  const t = useText();
  const { model, selected, selectedId, bookmarks, marks } = map;
  const editing = useMarkEditor((store) => store.sectorId);
  const { open, close } = useMarkEditor.getState();
  if (model === null || selected === null || selectedId === null) return null;
  const bookmark = bookmarks.get(selected);
  const note = marks.notes.find(({ sectorId }) => sectorId === selectedId)?.text ?? '';
  return (
    <>
      {editing === selectedId ? (
        <BookmarkEditor
          key={selectedId}
          known={bookmark}
          suggestion={model.nameAt(selected) ?? `#${model.numberAt(selected)}`}
          onSave={(label, colour) => acts.saveBookmark(selectedId, label, colour)}
          onRemove={() => acts.removeBookmark(selectedId)}
          onClose={close}
        />
      ) : (
        <Button
          size="small"
          variant="quiet"
          hotkey="K"
          className={styles.markButton}
          onClick={() => open(selectedId)}
        >
          {bookmark === undefined ? t('map:bookmark') : <bdi>{bookmark.label}</bdi>}
        </Button>
      )}
      <NoteField
        key={`${selectedId} ${note}`}
        note={note}
        onSave={(text) => acts.saveNote(selectedId, text)}
      />
    </>
  );
}

function NoteField({
  note,
  onSave,
}: {
  readonly note: string;
  readonly onSave: (text: string) => Promise<boolean>;
}): ReactElement {
  const t = useText();
  const [text, setText] = useState(note);
  const isChanged = text !== note;
  return (
    <label className={styles.note}>
      <span>{t('map:note')}</span>
      <textarea
        value={text}
        rows={text === '' ? 1 : 3}
        maxLength={MARK_LIMITS.note}
        placeholder={t('map:note_placeholder')}
        onChange={(event) => setText(event.target.value)}
      />
      {isChanged && (
        <Button size="small" onClick={() => void onSave(text)}>
          {t('map:note_save')}
        </Button>
      )}
    </label>
  );
}
