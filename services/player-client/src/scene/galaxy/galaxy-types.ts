/** A chart as the scene draws it: columns by row, and pairs of rows for lines. */
export interface GalaxyChart {
  readonly count: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Drawn twice as high as it is. */
  readonly z: Float32Array;
  /** Ends of the lanes, two rows a line. */
  readonly lanes: Uint32Array;
  /** Ends of tunnels, trunks and links, two rows a line. */
  readonly tunnels: Uint32Array;
  /** A usual lane, in chart units. */
  readonly spacing: number;
  readonly nebulae: readonly {
    readonly x: number;
    readonly y: number;
    readonly radius: number;
    readonly colour: string;
  }[];
}

/** The light of the zones on the ground, four bytes a place. */
export interface GalaxyField {
  readonly columns: number;
  readonly rows: number;
  readonly minX: number;
  readonly minY: number;
  readonly cell: number;
  readonly light: Uint8Array;
}

/** What changes with the choices of the player. */
export interface GalaxyLooks {
  /** Place of each row's colour on the palette, its shape, its radius in tenths of a pixel, its opacity. */
  readonly tone: Uint8Array;
  readonly shape: Uint8Array;
  readonly size: Uint8Array;
  readonly alpha: Uint8Array;
}

/** The theme as the scene needs it; colours as CSS has them. */
export interface GalaxyTheme {
  readonly tones: readonly string[];
  readonly zones: readonly string[];
  readonly ground: string;
  readonly land: string;
  readonly coast: string;
  readonly lane: string;
  readonly tunnel: string;
  readonly route: string;
  readonly star: string;
  /** Light adds up on a dark ground only. */
  readonly isLight: boolean;
  /** Lines and areas instead of glow. */
  readonly isFlat: boolean;
}

/** What of the picture a slow device leaves out. */
export interface GalaxyDetail {
  readonly dpr: number;
  readonly hasBackdrop: boolean;
  /** Lanes far from the eye. */
  readonly hasFarLanes: boolean;
}
