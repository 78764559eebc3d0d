import type { StationClass } from '../economy/station-classes.ts';
import type { Facility, MarketPlan, SecurityTier, StationService, StationType } from './types.ts';

/** What decides about the services of a station. */
export interface StationTraits {
  readonly stationClass: StationClass;
  readonly facility: Facility;
  readonly type: StationType;
  readonly market: readonly Pick<MarketPlan, 'commodity'>[];
}

type ServiceRule = (traits: StationTraits) => boolean;

const isClass =
  (...classes: readonly StationClass[]): ServiceRule =>
  ({ stationClass }) =>
    classes.includes(stationClass);
const isType =
  (...types: readonly StationType[]): ServiceRule =>
  ({ type }) =>
    types.includes(type);
const isDock =
  (...facilities: readonly Facility[]): ServiceRule =>
  ({ facility }) =>
    facilities.includes(facility);
const anyOf =
  (...rules: readonly ServiceRule[]): ServiceRule =>
  (traits) =>
    rules.some((rule) => rule(traits));
const not =
  (rule: ServiceRule): ServiceRule =>
  (traits) =>
    !rule(traits);

/** Refining where its own input or output is traded would close a money loop at one station. */
const tradesRefinery: ServiceRule = ({ market }) =>
  market.some(({ commodity }) => commodity === 'ore' || commodity === 'precious_metals');
const isRefinery = anyOf(isClass(11), isType('scientific'));

/** Default services by class, flavour and facility (rule book, economy 2.3), in display order. */
const SERVICE_RULES: Readonly<Record<StationService, ServiceRule>> = {
  ship_repair: not(isClass(8, 9)),
  ship_dealer: anyOf(isClass(0, 11), isDock('spacedock', 'tradedock')),
  ship_upgrades: anyOf(isClass(0, 11), isDock('spacedock', 'tradedock')),
  drone_shop: anyOf(isClass(0), isType('military'), isDock('spacedock', 'tradedock')),
  genesis_dealer: anyOf(isClass(11), isType('scientific'), isDock('spacedock')),
  mine_dealer: anyOf(isClass(8), isType('military'), isDock('spacedock')),
  insurance: anyOf(isClass(0, 10), isDock('spacedock', 'tradedock')),
  bank: anyOf(isClass(0), isDock('spacedock', 'tradedock')),
  warehouse: anyOf(isClass(0, 4, 5, 10), isDock('tradedock')),
  market_intelligence: anyOf(isClass(4, 5, 10), isDock('tradedock')),
  refining_facility: (traits) => isRefinery(traits) && !tradesRefinery(traits),
  contract_board: not(isClass(9)),
  casino: isDock('spacedock'),
  diplomatic: anyOf(isClass(0), isType('diplomatic')),
};

export const STATION_SERVICES = Object.keys(SERVICE_RULES) as readonly StationService[];

/** The services a station opens with, in the order of the rule book. */
export function defaultServices(traits: StationTraits): StationService[] {
  return STATION_SERVICES.filter((service) => SERVICE_RULES[service](traits));
}

/**
 * The security tier a station opens with (rule book, economy 2.2); the first rule that fits decides. `isOpen` is
 * open security outside a sanctuary.
 */
export function defaultSecurityTier(
  stationClass: StationClass,
  facility: Facility,
  isOpen: boolean,
): SecurityTier {
  if (stationClass === 0) {
    return 'premium';
  }
  if (facility !== 'none' || [7, 10, 11].includes(stationClass)) {
    return 'standard';
  }
  return isOpen || [8, 9].includes(stationClass) ? 'none' : 'basic';
}
