/*
 * Surfaces and lights of the picture as linear RGB, the units the shader works
 * in. They are pixels of a place, not colours of the interface: no theme
 * changes them; terminal and contrast are applied to the finished picture.
 */

export type Rgb = readonly [red: number, green: number, blue: number];

export interface PlanetSurface {
  readonly seaDeep: Rgb;
  readonly seaShallow: Rgb;
  readonly soilLow: Rgb;
  readonly soilHigh: Rgb;
  readonly peak: Rgb;
  readonly ice: Rgb;
  /** Colour of the rim where the star shines through. */
  readonly air: Rgb;
  /** Height of the sea in the height field: below 0.3 dry, above 0.62 all water. */
  readonly seaLevel: number;
  /** 0 clear, 1 as on a terran world. */
  readonly clouds: number;
  /** Latitude at which ice begins, 1 none. */
  readonly iceLine: number;
  /** 0 none, 1 terran. */
  readonly atmosphere: number;
  /** Share of banding: 1 on a gas giant. */
  readonly bands: number;
  /** Glow of cracks on the night side. */
  readonly lava: number;
}

const TERRAN: PlanetSurface = {
  seaDeep: [0.01, 0.036, 0.056],
  seaShallow: [0.022, 0.078, 0.098],
  soilLow: [0.15, 0.108, 0.072],
  soilHigh: [0.072, 0.078, 0.056],
  peak: [0.22, 0.185, 0.145],
  ice: [0.46, 0.51, 0.55],
  air: [0.14, 0.42, 0.76],
  seaLevel: 0.505,
  clouds: 1,
  iceLine: 0.83,
  atmosphere: 1,
  bands: 0,
  lava: 0,
};

const BARREN: PlanetSurface = {
  ...TERRAN,
  soilLow: [0.135, 0.125, 0.118],
  soilHigh: [0.07, 0.066, 0.064],
  peak: [0.2, 0.19, 0.18],
  air: [0.3, 0.3, 0.32],
  seaLevel: 0,
  clouds: 0,
  iceLine: 1.2,
  atmosphere: 0.06,
};

const SURFACES: Readonly<Record<string, PlanetSurface>> = {
  terran: TERRAN,
  oceanic: {
    ...TERRAN,
    seaDeep: [0.006, 0.042, 0.075],
    seaShallow: [0.02, 0.12, 0.14],
    soilLow: [0.1, 0.11, 0.06],
    seaLevel: 0.585,
    clouds: 1.15,
    air: [0.12, 0.46, 0.78],
  },
  mountainous: {
    ...TERRAN,
    soilLow: [0.105, 0.098, 0.082],
    soilHigh: [0.06, 0.062, 0.055],
    peak: [0.3, 0.3, 0.3],
    seaLevel: 0.42,
    clouds: 0.6,
    iceLine: 0.7,
    air: [0.2, 0.42, 0.66],
  },
  desert: {
    ...TERRAN,
    soilLow: [0.26, 0.17, 0.09],
    soilHigh: [0.165, 0.092, 0.05],
    peak: [0.32, 0.24, 0.15],
    air: [0.5, 0.36, 0.24],
    seaLevel: 0.18,
    clouds: 0.22,
    iceLine: 0.95,
    atmosphere: 0.8,
  },
  ice: {
    ...TERRAN,
    seaDeep: [0.05, 0.1, 0.14],
    seaShallow: [0.14, 0.24, 0.3],
    soilLow: [0.34, 0.4, 0.45],
    soilHigh: [0.24, 0.31, 0.38],
    peak: [0.46, 0.5, 0.54],
    air: [0.28, 0.52, 0.74],
    seaLevel: 0.43,
    clouds: 0.45,
    iceLine: 0.4,
    atmosphere: 0.8,
  },
  volcanic: {
    ...BARREN,
    soilLow: [0.075, 0.06, 0.056],
    soilHigh: [0.036, 0.03, 0.03],
    peak: [0.12, 0.088, 0.074],
    air: [0.62, 0.28, 0.14],
    clouds: 0.3,
    atmosphere: 0.6,
    lava: 1,
  },
  barren: BARREN,
  gas_giant: {
    ...TERRAN,
    soilLow: [0.3, 0.22, 0.15],
    soilHigh: [0.17, 0.11, 0.075],
    peak: [0.4, 0.34, 0.26],
    air: [0.5, 0.42, 0.32],
    seaLevel: 0,
    clouds: 0,
    iceLine: 1.2,
    atmosphere: 0.9,
    bands: 1,
  },
};

/** Surface of a planet type; a type without one looks barren. */
export function planetSurface(type: string): PlanetSurface {
  return SURFACES[type] ?? BARREN;
}

export interface StarClass {
  readonly disk: Rgb;
  readonly glow: Rgb;
  /** Radius relative to a yellow star. */
  readonly size: number;
}

/** From a small red star to a blue one, as often as a seed meets them. */
const STAR_CLASSES: readonly (readonly [share: number, star: StarClass])[] = [
  [0.26, { disk: [1, 0.72, 0.5], glow: [1, 0.52, 0.3], size: 0.86 }],
  [0.5, { disk: [1, 0.86, 0.68], glow: [1, 0.7, 0.46], size: 0.94 }],
  [0.78, { disk: [1, 0.95, 0.86], glow: [0.98, 0.79, 0.58], size: 1 }],
  [0.92, { disk: [0.96, 0.98, 1], glow: [0.76, 0.84, 1], size: 1.08 }],
  [1, { disk: [0.84, 0.92, 1], glow: [0.5, 0.68, 1], size: 1.22 }],
];

const YELLOW: StarClass = { disk: [1, 0.95, 0.86], glow: [0.98, 0.79, 0.58], size: 1 };

/** The star for a fraction of the seed. */
export function starClass(fraction: number): StarClass {
  return STAR_CLASSES.find(([share]) => fraction < share)?.[1] ?? YELLOW;
}

/** Clouds of the six nebula kinds: body and lit edge. */
const NEBULAE: Readonly<Record<string, readonly [body: Rgb, edge: Rgb]>> = {
  crimson: [
    [0.16, 0.02, 0.034],
    [0.3, 0.11, 0.09],
  ],
  violet: [
    [0.08, 0.042, 0.15],
    [0.2, 0.13, 0.28],
  ],
  azure: [
    [0.016, 0.062, 0.16],
    [0.07, 0.2, 0.31],
  ],
  obsidian: [
    [0.014, 0.024, 0.026],
    [0.052, 0.08, 0.08],
  ],
  emerald: [
    [0.012, 0.1, 0.062],
    [0.08, 0.25, 0.15],
  ],
  amber: [
    [0.15, 0.068, 0.012],
    [0.31, 0.19, 0.07],
  ],
};

const AZURE: readonly [Rgb, Rgb] = [
  [0.016, 0.062, 0.16],
  [0.07, 0.2, 0.31],
];

/** Colours of a nebula kind; a kind without one is azure. */
export function nebulaColours(kind: string): readonly [body: Rgb, edge: Rgb] {
  return NEBULAE[kind] ?? AZURE;
}
