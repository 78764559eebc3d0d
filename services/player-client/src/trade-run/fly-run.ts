import { queryKeys } from '@sw/api-client';
import type { getPlayerState, ReplyOf } from '@sw/contracts';
import type { GameServices } from '../app/game-services.ts';
import type { FlightSpent } from '../courses/flight-orders.ts';
import { NOTHING_SPENT } from '../courses/flight-orders.ts';
import type { NavigationCommands, Outcome } from '../courses/navigation-commands.ts';
import type { RunStop } from './trade-run-store.ts';

type State = ReplyOf<typeof getPlayerState>;

/** The server flies 25 hops a call; a route within the 20 hops of the finder is done in two. */
const MOST_CALLS = 4;

/**
 * Flies to a stop of a trade route and docks there: undocks, plots, lets the autopilot fly, docks. Each of these is
 * the act its own button would be, with its own line in the log. Stops at the first that is refused, and where the
 * autopilot stops; going on later begins where the ship is then.
 */
export async function flyToStop(
  services: GameServices,
  navigation: NavigationCommands,
  stop: RunStop,
): Promise<Outcome | null> {
  const location = () => services.queries.getQueryData<State>(queryKeys.player.state())?.location ?? null;
  const here = location();
  if (here?.stationId === stop.stationId) return { ok: true, text: '' };
  if (here?.stationId != null) {
    const undocked = await navigation.undock(here.stationId);
    if (undocked?.ok !== true) return undocked;
  }
  if (location()?.sectorId !== stop.sectorId) {
    const plotted = await navigation.plot(stop.sectorId);
    if (!plotted.ok) return plotted;
  }
  let spent: FlightSpent = NOTHING_SPENT;
  for (let call = 0; call < MOST_CALLS && location()?.sectorId !== stop.sectorId; call += 1) {
    const flown = await navigation.engage({ spent });
    if (flown?.ok !== true) return flown;
    spent = flown.spent ?? spent;
    if (flown.stoppedBecause != null && flown.stoppedBecause !== 'max_hops') break;
  }
  if (location()?.sectorId !== stop.sectorId) return { ok: false, text: '', isPrinted: true };
  return navigation.dock({ id: stop.stationId, name: stop.stationName });
}
