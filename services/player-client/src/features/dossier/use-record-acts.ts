import { useGame } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import { useMarkActs } from '../../sectors/use-mark-acts.ts';
import type { Dossier } from './use-dossier.ts';

export interface RecordActs {
  /** An empty text takes the mark away. */
  bookmark(label: string): Promise<void>;
  note(text: string): Promise<void>;
  avoid(isAvoided: boolean): Promise<void>;
  name(name: string): Promise<void>;
}

/** What a player writes into the record of one sector; every act says in the log what became of it. */
export function useRecordActs({ sector, bookmark }: Dossier): RecordActs {
  const { print } = useGame();
  const t = useText('explore');
  const marks = useMarkActs();
  const { id } = sector;
  const say = async (isDone: Promise<boolean>, line: string): Promise<void> => {
    if (await isDone) print('info', 'movement', line);
  };
  return {
    bookmark: (label) =>
      label.trim() === ''
        ? say(marks.removeBookmark(id), t('explore:line.unmarked'))
        : say(marks.saveBookmark(id, label, bookmark?.colour ?? 0), t('explore:line.marked')),
    note: (text) =>
      say(marks.saveNote(id, text), t(text.trim() === '' ? 'explore:line.note_gone' : 'explore:line.noted')),
    avoid: (isAvoided) =>
      say(marks.setAvoid(id, isAvoided), t(isAvoided ? 'explore:line.avoided' : 'explore:line.unavoided')),
    name: (name) => say(marks.nameSector(id, name), t('explore:line.named', { name })),
  };
}
