import type { PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import type { Knowledge } from '../knowledge/index.ts';
import type { Atlas, AtlasSector, AtlasWarp } from '../universe/index.ts';

type Dossier = ReplyOf<(typeof PLAYER_ENDPOINTS)['getDossier']>;

/** Warps out of and into a sector as far as he knows them: from one end seen, and hidden ones only revealed. */
export const linksOf = (atlas: Atlas, knowledge: Knowledge, sector: AtlasSector): Dossier['links'] => {
  const isKnown = (warp: AtlasWarp): boolean => {
    if (warp.isHidden) return isRevealedTo(warp);
    return knowledge.levelOf(warp.from) >= 2 || (!warp.isOneWay && knowledge.levelOf(warp.to) >= 2);
  };
  const isRevealedTo = (warp: AtlasWarp): boolean =>
    knowledge.hiddenWarps.has(warp.id) ||
    (!warp.isOneWay &&
      (atlas.sector(warp.to)?.warps ?? []).some(
        (back) => back.linkId === warp.linkId && knowledge.hiddenWarps.has(back.id),
      ));
  const present = (warp: AtlasWarp, otherId: number) => {
    const other = atlas.sector(otherId);
    if (other === undefined) return [];
    const level = knowledge.levelOf(otherId) || 1;
    return [
      {
        warpId: warp.id,
        number: other.number,
        code: other.code,
        regionName: other.region.name,
        kind: warp.kind,
        oneWay: warp.isOneWay,
        level: level as 1 | 2 | 3,
        name: level >= 2 ? other.name : null,
        type: level >= 2 ? other.type : null,
      },
    ];
  };
  return {
    out: sector.warps
      .filter(isKnown)
      .flatMap((warp) => present(warp, warp.to).map((row) => ({ ...row, to: warp.to }))),
    in: atlas
      .warpsInto(sector.id)
      .filter(isKnown)
      .flatMap((warp) => present(warp, warp.from).map((row) => ({ ...row, from: warp.from }))),
  };
};
