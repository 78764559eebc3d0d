import type { GameConfig } from '../../config.ts';

/** Where clients reach the server that plays a player. */
export interface RegionAddress {
  readonly regionName: string;
  readonly apiBase: string;
  readonly wsUrl: string;
}

const HUB_BASE = '/api/v1';

/** The address of this server itself, or of the hub as seen by its clients. */
export const hubAddress = (regionName: string): RegionAddress => ({
  regionName,
  apiBase: HUB_BASE,
  wsUrl: `${HUB_BASE}/ws/connect`,
});

/** The address of a region that lives on a server of its own (rule book, platform 6.1). */
export const regionAddress = (
  { publicRegionBase }: Pick<GameConfig, 'publicRegionBase'>,
  region: { readonly name: string; readonly endpoint: string | null },
): RegionAddress => {
  const apiBase = publicRegionBase
    .replaceAll('{name}', region.name)
    .replaceAll('{endpoint}', (region.endpoint ?? '').replace(/\/+$/, ''));
  return { regionName: region.name, apiBase, wsUrl: `${apiBase.replace(/^http/, 'ws')}/ws/connect` };
};
