import type { RawShaderMaterial } from 'three';
import {
  BufferAttribute,
  DataTexture,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  NearestFilter,
  RGBAFormat,
} from 'three';
import { screenColour } from './galaxy-colours.ts';
import type { SharedUniforms } from './galaxy-materials.ts';
import { galaxyMaterial } from './galaxy-materials.ts';
import type { GalaxyChart, GalaxyLooks, GalaxyTheme } from './galaxy-types.ts';
import fragment from './shader/sectors.frag.glsl?raw';
import vertex from './shader/sectors.vert.glsl?raw';

/** All sectors of a chart in one draw call. */
export interface SectorBatch {
  readonly mesh: Mesh<InstancedBufferGeometry, RawShaderMaterial>;
  look(looks: GalaxyLooks): void;
  theme(theme: GalaxyTheme): void;
  dispose(): void;
}

export const SQUARE = new Float32Array([-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0]);
export const SQUARE_FACES = new Uint16Array([0, 1, 2, 0, 2, 3]);

const GLOW = 0.42;

/** The colours of the theme as a picture one row high. */
function paletteTexture(tones: readonly string[]): DataTexture {
  // A picture without a place is none.
  const width = Math.max(1, tones.length);
  const bytes = new Uint8Array(width * 4);
  tones.forEach((tone, index) => {
    const { r, g, b } = screenColour(tone);
    bytes.set([r * 255, g * 255, b * 255, 255], index * 4);
  });
  const texture = new DataTexture(bytes, width, 1, RGBAFormat);
  texture.magFilter = NearestFilter;
  texture.minFilter = NearestFilter;
  texture.needsUpdate = true;
  return texture;
}

/** The sectors of a chart as squares that face the eye, each with the look of its row. */
export function createSectors(chart: GalaxyChart, shared: SharedUniforms): SectorBatch {
  const { count, x, y, z, spacing } = chart;
  const places = new Float32Array(count * 3);
  for (let row = 0; row < count; row += 1) places.set([x[row] ?? 0, y[row] ?? 0, z[row] ?? 0], row * 3);
  const bytes = new Uint8Array(count * 4);
  const looks = new InstancedBufferAttribute(bytes, 4, true);
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(SQUARE, 3));
  geometry.setIndex(new BufferAttribute(SQUARE_FACES, 1));
  geometry.setAttribute('place', new InstancedBufferAttribute(places, 3));
  geometry.setAttribute('look', looks);
  geometry.instanceCount = count;
  let palette = paletteTexture([]);
  const material = galaxyMaterial(vertex, fragment, {
    ...shared,
    uLane: { value: spacing },
    uPalette: { value: palette },
    uTones: { value: 1 },
    uGlow: { value: 0 },
    uGround: { value: screenColour('') },
  });
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  mesh.visible = count > 0;
  return {
    mesh,
    look: ({ tone, shape, size, alpha }) => {
      for (let row = 0; row < count; row += 1) {
        bytes[row * 4] = tone[row] ?? 0;
        bytes[row * 4 + 1] = shape[row] ?? 0;
        bytes[row * 4 + 2] = size[row] ?? 0;
        bytes[row * 4 + 3] = alpha[row] ?? 0;
      }
      looks.needsUpdate = true;
    },
    theme: ({ tones, ground, isLight, isFlat }) => {
      palette.dispose();
      palette = paletteTexture(tones);
      const { uPalette, uTones, uGlow, uGround } = material.uniforms;
      if (uPalette) uPalette.value = palette;
      if (uTones) uTones.value = tones.length;
      if (uGlow) uGlow.value = isLight || isFlat ? 0 : GLOW;
      if (uGround) uGround.value = screenColour(ground);
    },
    dispose: () => {
      palette.dispose();
      geometry.dispose();
      material.dispose();
    },
  };
}
