import type { ServiceProviders } from '../services/index.ts';
import { presentService } from '../services/index.ts';

/** The counters that have screens of their own: the station only leads there. */
export const SHIP_COUNTERS = {
  ship_repair: () => presentService('ship_repair', { venue: 'repair', facts: [], actions: [] }),
  ship_dealer: () => presentService('ship_dealer', { venue: 'shipyard', facts: [], actions: [] }),
  ship_upgrades: () => presentService('ship_upgrades', { venue: 'refit', facts: [], actions: [] }),
  insurance: () => presentService('insurance', { venue: 'insurance', facts: [], actions: [] }),
} satisfies ServiceProviders;
