/** Signs of the sector types and of what lies in a sector, on a 16 grid. */
const SECTOR_PATHS: Readonly<Record<string, string>> = {
  standard: 'M6 8a2 2 0 1 0 4 0 2 2 0 1 0-4 0z',
  nebula:
    'M4 11.5a2.7 2.7 0 0 1-.3-5.4A4 4 0 0 1 11.3 5a3.3 3.3 0 0 1 .2 6.5zM5.5 9c1-.9 2-.9 3 0s1.7.9 2.5 0',
  asteroid_field:
    'M3 5.5 6 3l3 1.5.5 3L7 9.5 3.5 8.5zM10.5 10.5l2-.5 1.5 1.5-1 2-2.5-.5zM12 4.5h.01M4.5 12.5h.01',
  radiation_zone:
    'M7 8a1 1 0 1 0 2 0 1 1 0 1 0-2 0zM6 4.53 4.25 1.5a7.5 7.5 0 0 1 7.5 0L10 4.53M12 8h3.5a7.5 7.5 0 0 1-3.75 6.5L10 11.47M4 8H.5a7.5 7.5 0 0 0 3.75 6.5L6 11.47',
  black_hole:
    'M5.5 8a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0zM1.5 9.5C3 5 9 3.5 14.5 6.5M14.5 6.5C13 11 7 12.5 1.5 9.5',
  star_cluster: 'M8 2v4M6 4h4M4 8.5v3M2.5 10h3M11.5 9v4M9.5 11h4',
  void: 'M2.5 8a5.5 5.5 0 1 0 11 0 5.5 5.5 0 1 0-11 0zM4.2 11.8l7.6-7.6',
};

/** Path data of a sector type's sign; an unknown type looks like a standard sector. */
export function sectorPath(type: string): string {
  return SECTOR_PATHS[type] ?? SECTOR_PATHS.standard ?? '';
}

/** Signs of things: path data for `Glyph`. */
export const OBJECT_PATHS = {
  station:
    'M3 8a5 5 0 1 0 10 0 5 5 0 1 0-10 0zM6.5 8a1.5 1.5 0 1 0 3 0 1.5 1.5 0 1 0-3 0zM8 1v5.5M8 9.5V15M1 8h5.5M9.5 8H15',
  planet: 'M2.5 8a5.5 5.5 0 1 0 11 0 5.5 5.5 0 1 0-11 0zM3.5 5.5c3 1.5 7 0 9-.5M2.6 9.5c3.5-1 6.5 1.5 10 .5',
  drone: 'M8 4.5 11.5 8 8 11.5 4.5 8zM2 2l3.5 3.5M14 2l-3.5 3.5M2 14l3.5-3.5M14 14l-3.5-3.5',
  mine: 'M5 8a3 3 0 1 0 6 0 3 3 0 1 0-6 0zM8 5V2M8 14v-3M5 8H2M14 8h-3M5.9 5.9 3.8 3.8M12.2 12.2l-2.1-2.1M5.9 10.1l-2.1 2.1M12.2 3.8l-2.1 2.1',
  wreck: 'M1.5 10 6 6l1.5 3M9 5.5 14.5 8 10 11.5 8.5 10M4 13.5h.01M12 4h.01M7.5 3.5h.01',
  beacon:
    'M8 6.5V14M5.5 14h5M6.5 5a1.5 1.5 0 1 0 3 0 1.5 1.5 0 1 0-3 0zM4.5 8.5a5 5 0 0 1 0-7M11.5 8.5a5 5 0 0 0 0-7',
  tunnel: 'M2.5 4 6 8l-3.5 4M6.5 4 10 8l-3.5 4M10.5 4 14 8l-3.5 4',
  trunk: 'M2 5.5h12M2 10.5h12M5 8h6',
  gate: 'M3.5 14V6.5a4.5 4.5 0 0 1 9 0V14M1.5 14h4M10.5 14h4M8 6v5M6 9l2 2 2-2',
  link: 'M1.5 8a3 3 0 1 0 6 0 3 3 0 1 0-6 0zM8.5 8a3 3 0 1 0 6 0 3 3 0 1 0-6 0zM6 8h4',
  oneway: 'M2 8h11M9.5 4.5 13 8l-3.5 3.5',
  hazard: 'M8 2 14.5 13.5h-13zM8 6.5V10M8 11.8v.01',
  unknown:
    'M8 3A5 5 0 0 1 9.9 3.37M11.54 4.46A5 5 0 0 1 12.63 6.1M13 8A5 5 0 0 1 12.63 9.9M11.54 11.54A5 5 0 0 1 9.9 12.63M8 13A5 5 0 0 1 6.1 12.63M4.46 11.54A5 5 0 0 1 3.37 9.9M3 8A5 5 0 0 1 3.37 6.1M4.46 4.46A5 5 0 0 1 6.1 3.37',
  up: 'M8 13V3M4 7l4-4 4 4',
  down: 'M8 3v10M4 9l4 4 4-4',
  right: 'M3 8h10M9 4l4 4-4 4',
  chevron: 'M6 3.5 10.5 8 6 12.5',
  check: 'M3 8.5 6.5 12 13 4.5',
  cross: 'M4 4l8 8M12 4l-8 8',
  minus: 'M3 8h10',
  plus: 'M3 8h10M8 3v10',
  eye: 'M1.5 8C3.5 4.5 6 3.5 8 3.5s4.5 1 6.5 4.5c-2 3.5-4.5 4.5-6.5 4.5S3.5 11.5 1.5 8zM6.2 8a1.8 1.8 0 1 0 3.6 0 1.8 1.8 0 1 0-3.6 0z',
  eyeOff:
    'M2 2l12 12M6 4a6 6 0 0 1 2-.5c2 0 4.5 1 6.5 4.5a11 11 0 0 1-2 2.6M10.5 12a6 6 0 0 1-2.5.5c-2 0-4.5-1-6.5-4.5a11 11 0 0 1 2.5-3',
} as const;

export type ObjectKind = keyof typeof OBJECT_PATHS;
