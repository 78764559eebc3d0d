import type { CommodityCode } from '@sw/contracts';
import { signUpPlayer } from '../players/sign-up.ts';

/** What a newcomer meets at home, asked over the API so that journeys need not guess. */
export interface Home {
  readonly stationId: string;
  readonly stationName: string;
  readonly sectorNumber: number;
  /** A commodity the home station sells. */
  readonly sold: CommodityCode;
  /** As the screen spells it: `Gourmet food`. */
  readonly soldName: string;
  /** A quiet neighbour with a way back: number, and its place in the list of warps (1-based). */
  readonly neighbour: { readonly number: number; readonly position: number };
}

/** Signs a scout up and looks around from where every player begins. */
export const lookAround = async (origin: string): Promise<Home> => {
  const { api } = await signUpPlayer(origin, 'scout');
  const { location } = await api.getPlayerState();
  if (location?.stationId == null) throw new Error('A new player is not docked anywhere');
  const market = await api.getMarket({ params: { id: location.stationId } });
  const sold = market.rows.find(({ ask, stock }) => ask !== null && (stock ?? 0) > 20)?.commodity;
  const { moves } = await api.listMoves();
  const [chosen] = moves
    .map((move, index) => ({ ...move, position: index + 1 }))
    .filter(({ oneWay }) => !oneWay)
    .sort((a, b) => (a.hazard ?? 0) - (b.hazard ?? 0));
  if (sold === undefined || chosen === undefined)
    throw new Error('The home sector has nothing to sell or no way out');
  return {
    stationId: location.stationId,
    stationName: market.stationName,
    sectorNumber: location.sectorNumber,
    sold,
    soldName: `${sold.slice(0, 1).toUpperCase()}${sold.slice(1).replace('_', ' ')}`,
    neighbour: { number: chosen.number, position: chosen.position },
  };
};
