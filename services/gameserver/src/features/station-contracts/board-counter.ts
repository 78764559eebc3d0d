import type { ServiceProvider } from '../services/index.ts';
import { presentService } from '../services/index.ts';
import { BOARD_SERVICE } from './surroundings.ts';

/** The job board among the counters of a station: it has a screen of its own. */
export const presentBoardCounter: ServiceProvider = () =>
  presentService(BOARD_SERVICE, { venue: 'jobs', facts: [], actions: [] });
