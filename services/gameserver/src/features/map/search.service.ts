import type { QueryOf, ReplyOf, searchMap } from '@sw/contracts';
import type { Deps } from '../../deps.ts';
import { loadNavigator, waysOf } from '../courses/index.ts';
import { findBookmarks, findNotes } from '../marks/index.ts';
import { searchSectors } from './search-sectors.ts';

/** `GET /map/search`: looks into what the player knows, and says how far it is for his ship. */
export const searchForPlayer = (
  deps: Deps,
  playerId: string,
  query: QueryOf<typeof searchMap>,
): Promise<ReplyOf<typeof searchMap>> =>
  deps.db.snapshot(async (tx) => {
    const atlas = deps.atlas();
    const navigator = await loadNavigator(deps, tx, playerId);
    const [bookmarks, notes] = await tx.load(findBookmarks(tx.sql, playerId), findNotes(tx.sql, playerId));
    const { knowledge } = navigator;
    return {
      items: searchSectors(
        {
          sectors: atlas.regions.flatMap((region) => atlas.sectorsOf(region)),
          levelOf: knowledge.levelOf,
          showsContents: knowledge.showsContents,
          wayTo: waysOf(atlas, navigator),
          labels: new Map(bookmarks.map(({ sectorId, label }) => [sectorId, label])),
          notes: new Map(notes.map(({ sectorId, text }) => [sectorId, text])),
        },
        query,
      ),
    };
  });
