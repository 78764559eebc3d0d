import { AUTOPILOT_MAX_HOPS } from '../autopilot/constants.ts';
import { MAX_QUANTITY, MAX_TRADE_LINES } from '../economy/constants.ts';
import { MAX_SIGHTINGS } from '../knowledge/constants.ts';
import { MAX_AVOIDED, MAX_BOOKMARKS, MAX_NOTES } from '../marks/constants.ts';
import { MAX_COURSE_HOPS, MAX_PLOT_AVOID } from '../navigation/constants.ts';
import { CALLSIGN_MAX, CALLSIGN_MIN } from '../player/callsign.ts';
import { MAX_ALERT_DAYS, MAX_PRICE_ALERTS } from '../price-alerts/constants.ts';
import { MAX_SHIPS, SHIP_NAME_MAX, SHIP_NAME_MIN } from '../ships/constants.ts';
import { MAX_ROUTE_HOPS } from '../trade-routes/constants.ts';
import { BASE_TURN_CAP } from '../turns/constants.ts';

/** Limits a client shows or lets a player choose within (rule book, README 7.7 and the owning chapters). */
export const CAPS = {
  baseTurnCap: BASE_TURN_CAP,
  shipsPerPlayer: MAX_SHIPS,
  quantityPerLine: MAX_QUANTITY,
  linesPerTrade: MAX_TRADE_LINES,
  courseHops: MAX_COURSE_HOPS,
  plotAvoid: MAX_PLOT_AVOID,
  autopilotHops: AUTOPILOT_MAX_HOPS,
  sightings: MAX_SIGHTINGS,
  bookmarks: MAX_BOOKMARKS,
  notes: MAX_NOTES,
  avoidList: MAX_AVOIDED,
  priceAlerts: MAX_PRICE_ALERTS,
  alertDays: MAX_ALERT_DAYS,
  routeHops: MAX_ROUTE_HOPS,
  callsignMin: CALLSIGN_MIN,
  callsignMax: CALLSIGN_MAX,
  shipNameMin: SHIP_NAME_MIN,
  shipNameMax: SHIP_NAME_MAX,
} as const;
