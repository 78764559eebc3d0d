import type { QueryOf, ReplyOf, searchMap } from '@sw/contracts';
import { courseTable } from '@sw/rules';
import type { Deps } from '../../deps.ts';
import { movingShipOf, readNavigator } from '../courses/index.ts';
import { findBookmarks, findNotes } from '../marks/index.ts';
import { searchSectors } from './search-sectors.ts';

/** `GET /map/search`: looks into what the player knows, and says how far it is for his ship. */
export const searchForPlayer = async (
  deps: Deps,
  playerId: string,
  query: QueryOf<typeof searchMap>,
): Promise<ReplyOf<typeof searchMap>> => {
  const atlas = deps.atlas();
  const [navigator, bookmarks, notes] = await Promise.all([
    readNavigator(deps, playerId),
    findBookmarks(deps.db.sql, playerId),
    findNotes(deps.db.sql, playerId),
  ]);
  const { ship, knowledge, avoided } = navigator;
  return {
    items: searchSectors(
      {
        sectors: atlas.regions.flatMap((region) => atlas.sectorsOf(region)),
        levelOf: knowledge.levelOf,
        showsContents: knowledge.showsContents,
        wayTo: courseTable(atlas.graph, {
          from: ship.sectorId,
          ship: movingShipOf(ship),
          avoid: new Set(avoided),
          levelOf: knowledge.levelOf,
          knownHiddenWarps: knowledge.hiddenWarps,
          here: ship.sectorId,
        }),
        labels: new Map(bookmarks.map(({ sectorId, label }) => [sectorId, label])),
        notes: new Map(notes.map(({ sectorId, text }) => [sectorId, text])),
      },
      query,
    ),
  };
};
