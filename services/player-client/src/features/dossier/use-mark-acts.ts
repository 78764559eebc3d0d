import { queryKeys } from '@sw/api-client';
import { useGame } from '../../app/game-context.ts';
import { refusalOf } from '../../app/refusal-text.ts';
import { useText } from '../../app/text.ts';

export interface MarkActs {
  /** An empty text takes the mark away. */
  bookmark(label: string): Promise<void>;
  note(text: string): Promise<void>;
  avoid(isAvoided: boolean): Promise<void>;
  name(name: string): Promise<void>;
}

/** What a player writes about one sector; every act says in the log what became of it. */
export function useMarkActs(sectorId: number): MarkActs {
  const { api, queries, i18n, clock, print } = useGame();
  const t = useText('explore');
  const params = { sectorId };
  const run = async (act: () => Promise<unknown>, done: string): Promise<void> => {
    try {
      await act();
      print('info', 'movement', done);
    } catch (error) {
      print('warning', 'movement', refusalOf(i18n, error, clock.nowMs()).text);
    }
    await Promise.all(
      [queryKeys.sector.all(), queryKeys.map.marks()].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    );
  };
  return {
    bookmark: (label) =>
      label.trim() === ''
        ? run(() => api.deleteBookmark({ params }), t('explore:line.unmarked'))
        : run(() => api.putBookmark({ params, body: { label, colour: 0 } }), t('explore:line.marked')),
    note: (text) =>
      text.trim() === ''
        ? run(() => api.deleteNote({ params }), t('explore:line.note_gone'))
        : run(() => api.putNote({ params, body: { text } }), t('explore:line.noted')),
    avoid: (isAvoided) =>
      isAvoided
        ? run(() => api.putAvoid({ params }), t('explore:line.avoided'))
        : run(() => api.deleteAvoid({ params }), t('explore:line.unavoided')),
    name: (name) =>
      run(
        () => api.nameSector({ params: { id: sectorId }, body: { name } }),
        t('explore:line.named', { name }),
      ),
  };
}
