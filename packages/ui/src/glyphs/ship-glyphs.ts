/** Silhouettes of the hulls, bow to the right, on a 16 grid. */
const SHIP_PATHS: Readonly<Record<string, string>> = {
  escape_pod: 'M5 8a3.5 3 0 1 0 7 0 3.5 3 0 1 0-7 0zM8.5 8h.01M5.2 7 3 6M5.2 9 3 10',
  light_freighter: 'M1 6h8v4H1zM9 6.5h3L15 8l-3 1.5H9M3.7 6v4M6.4 6v4',
  scout_ship: 'M1.5 4.5 15 8 1.5 11.5 4.5 8z',
  fast_courier: 'M1.5 8 6 6.2 15 8 6 9.8zM2.5 4.5 7 5.9M2.5 11.5 7 10.1',
  cargo_hauler: 'M1 5h3v6H1zM5 4h3v8H5zM9 5h3v6H9zM12 8h3.5M4 8h1M8 8h1',
  defender: 'M2 8 5 3.5h5L14.5 8 10 12.5H5zM5 8h5M8 6v4',
  colony_ship: 'M1.5 6h3v4h-3zM4.5 8h2M6.5 8a3 3.5 0 1 0 6 0 3 3.5 0 1 0-6 0zM12.5 8h2.5M9.5 4.5v7',
  carrier: 'M1 5.5h10l4 2.5-4 2.5H1zM3 5.5v-2h4v2M3 10.5v2h4v-2M4 8h6',
  warp_jumper: 'M2 8a4 5 0 1 0 8 0 4 5 0 1 0-8 0zM1 8h3M8 6.5h4L15 8l-3 1.5H8z',
  pirate_raider: 'M1.5 3.5 15 8 1.5 12.5 5 8zM8 8h.01',
  pirate_corsair: 'M1.5 3 7 5.5 15 8l-8 2.5L1.5 13 4 8zM7 5.5v5',
  pirate_lord: 'M1.5 2.5 8 5l7 3-7 3-6.5 2.5L3.5 8zM8 5v6M5 3.8v8.4',
  marshal_interdictor: 'M2 8 6 3.5h4L14.5 8 10 12.5H6zM6 8h4',
  sentinel_interdictor: 'M2 8 6 3h4l4.5 5L10 13H6zM5.5 8 8 5.5 10.5 8 8 10.5z',
};

const UNKNOWN_SHIP = 'M2 8l4-3.5h5L14.5 8 11 11.5H6z';

/**
 * Path data of a ship type's silhouette. A type without one, which a newer
 * server may send, gets a plain hull.
 */
export function shipPath(type: string): string {
  return SHIP_PATHS[type] ?? UNKNOWN_SHIP;
}
