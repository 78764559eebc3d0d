import { queryKeys } from '@sw/api-client';
import { useMemo } from 'react';
import { useGame } from '../app/game-context.ts';
import { refusalOf } from '../app/refusal-text.ts';

export interface MarkActs {
  /** True when the server took it. */
  setAvoid(sectorId: number, isAvoided: boolean): Promise<boolean>;
  saveBookmark(sectorId: number, label: string, colour: number): Promise<boolean>;
  removeBookmark(sectorId: number): Promise<boolean>;
  /** An empty text removes the note. */
  saveNote(sectorId: number, text: string): Promise<boolean>;
  /** Names a sector for everybody, as its discoverer may. */
  nameSector(sectorId: number, name: string): Promise<boolean>;
}

/** Writing on the chart: bookmarks, notes, sectors to avoid, a name. A refusal is printed. */
export function useMarkActs(): MarkActs {
  const services = useGame();
  return useMemo(() => {
    const { api, queries, i18n, clock } = services;
    const write = async (run: () => Promise<unknown>): Promise<boolean> => {
      try {
        await run();
        // The chart and the records of the sectors show the same marks.
        await Promise.all(
          [queryKeys.map.marks(), queryKeys.sector.all()].map((queryKey) =>
            queries.invalidateQueries({ queryKey }),
          ),
        );
        return true;
      } catch (error) {
        services.print('warning', 'movement', refusalOf(i18n, error, clock.nowMs()).text);
        return false;
      }
    };
    const at = (sectorId: number) => ({ params: { sectorId } });
    return {
      setAvoid: (sectorId, isAvoided) =>
        write(() =>
          isAvoided ? api.putAvoid({ ...at(sectorId), body: {} }) : api.deleteAvoid(at(sectorId)),
        ),
      saveBookmark: (sectorId, label, colour) =>
        write(() => api.putBookmark({ ...at(sectorId), body: { label, colour } })),
      removeBookmark: (sectorId) => write(() => api.deleteBookmark(at(sectorId))),
      saveNote: (sectorId, text) =>
        write(() =>
          text.trim() === ''
            ? api.deleteNote(at(sectorId))
            : api.putNote({ ...at(sectorId), body: { text } }),
        ),
      nameSector: (id, name) => write(() => api.nameSector({ params: { id }, body: { name } })),
    };
  }, [services]);
}
