/** The eight core goods of the market, in the fixed order of every list. */
export const COMMODITY_KEYS = [
  'ore',
  'organics',
  'equipment',
  'fuel',
  'gourmet_food',
  'luxury_goods',
  'exotic_technology',
  'precious_metals',
] as const;

export type CommodityKey = (typeof COMMODITY_KEYS)[number];

/** Path data on a 16 grid: crystal, sprout, gear, drop, dish, gem, atom, ingot. */
export const COMMODITY_PATHS: Readonly<Record<CommodityKey, string>> = {
  ore: 'M8 1.5 14 5v6l-6 3.5L2 11V5zM2 5l6 3 6-3M8 8v6.5',
  organics: 'M8 14.5v-7M8 9.5C8 5.5 11 3 14 3c0 4-2 6.5-6 6.5zM8 12c0-3-2.5-5-5.5-5 0 3 2 5 5.5 5z',
  equipment:
    'M8 5.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6zM8 1.5v2M8 12.5v2M1.5 8h2M12.5 8h2M3.4 3.4l1.4 1.4M11.2 11.2l1.4 1.4M3.4 12.6l1.4-1.4M11.2 4.8l1.4-1.4',
  fuel: 'M8 1.5c2.6 3.4 4.2 5.7 4.2 8a4.2 4.2 0 0 1-8.4 0c0-2.3 1.6-4.6 4.2-8zM6 10a2 2 0 0 0 2 2',
  gourmet_food: 'M2 12.5h12M3 12.5a5 5 0 0 1 10 0M8 7.5v-2M6.8 4.5h2.4',
  luxury_goods: 'M4.5 2.5h7l3 4L8 14 1.5 6.5zM1.5 6.5h13M5.5 6.5 8 14l2.5-7.5',
  exotic_technology:
    'M8 6.8a1.2 1.2 0 1 1 0 2.4 1.2 1.2 0 0 1 0-2.4zM1.5 8a6.5 2.6 0 1 0 13 0 6.5 2.6 0 1 0-13 0zM4.75 2.37a6.5 2.6 60 1 0 6.5 11.26 6.5 2.6 60 1 0-6.5-11.26zM11.25 2.37a6.5 2.6 120 1 0-6.5 11.26 6.5 2.6 120 1 0 6.5-11.26z',
  precious_metals: 'M4.5 5h7l2.5 7H2zM6 8h4',
};

/** Whether a key off the wire is one of the eight, and so has a sign and a hue. */
export function isCommodityKey(key: string): key is CommodityKey {
  return Object.hasOwn(COMMODITY_PATHS, key);
}
