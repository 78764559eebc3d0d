import {
  BufferAttribute,
  BufferGeometry,
  DataTexture,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  LinearFilter,
  Mesh,
  Points,
  RGBAFormat,
} from 'three';
import { screenColour } from './galaxy-colours.ts';
import type { SharedUniforms } from './galaxy-materials.ts';
import { galaxyMaterial } from './galaxy-materials.ts';
import { SQUARE, SQUARE_FACES } from './galaxy-sectors.ts';
import type { GalaxyChart, GalaxyField, GalaxyTheme } from './galaxy-types.ts';
import landFragment from './shader/land.frag.glsl?raw';
import landVertex from './shader/land.vert.glsl?raw';
import nebulaeFragment from './shader/nebulae.frag.glsl?raw';
import nebulaeVertex from './shader/nebulae.vert.glsl?raw';
import starsFragment from './shader/stars.frag.glsl?raw';
import starsVertex from './shader/stars.vert.glsl?raw';

/** A part of the picture that only follows the theme. */
export interface Backdrop {
  readonly object: Mesh | Points;
  theme(theme: GalaxyTheme): void;
  dispose(): void;
}

const STARS = 2_600;
/** Turns a number into the next without pattern: the sky is the same for everybody. */
const GOLDEN = 2.399963;

/** Stars all around, spread evenly, few of them bright. */
export function createStars(shared: SharedUniforms): Backdrop {
  const places = new Float32Array(STARS * 3);
  const sizes = new Float32Array(STARS);
  for (let index = 0; index < STARS; index += 1) {
    const high = 1 - (2 * (index + 0.5)) / STARS;
    const flat = Math.sqrt(1 - high * high);
    const jitter = Math.sin(index * 12.9898) * 43_758.5453;
    const share = jitter - Math.floor(jitter);
    const angle = index * GOLDEN + share * 2;
    places.set([Math.cos(angle) * flat, Math.sin(angle) * flat, high + (share - 0.5) * 0.1], index * 3);
    sizes[index] = 0.25 + 0.75 * share ** 7;
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(places, 3));
  geometry.setAttribute('size', new BufferAttribute(sizes, 1));
  const material = galaxyMaterial(starsVertex, starsFragment, {
    ...shared,
    uColour: { value: screenColour('') },
    uAlpha: { value: 1 },
  });
  const object = new Points(geometry, material);
  object.frustumCulled = false;
  return {
    object,
    theme: ({ star, isLight, isFlat }) => {
      const { uColour, uAlpha } = material.uniforms;
      if (uColour) uColour.value = screenColour(star);
      if (uAlpha) uAlpha.value = isLight ? 0.3 : isFlat ? 0.5 : 1;
    },
    dispose: () => {
      geometry.dispose();
      material.dispose();
    },
  };
}

/** Light at which ground becomes known, as a share of a full byte for each unit of it. */
const coastShare = (coast: number, steps: number): number => (coast * steps) / 255;

/** The ground under the sectors at height `z`: known space in the light of its zones. */
export function createLand(
  field: GalaxyField,
  z: number,
  { coast, steps }: { readonly coast: number; readonly steps: number },
): Backdrop {
  const { columns, rows, minX, minY, cell, light } = field;
  const texture = new DataTexture(light, columns, rows, RGBAFormat);
  texture.magFilter = LinearFilter;
  texture.minFilter = LinearFilter;
  texture.needsUpdate = true;
  const [left, low] = [minX - cell / 2, minY - cell / 2];
  const [right, high] = [left + columns * cell, low + rows * cell];
  const geometry = new BufferGeometry();
  geometry.setAttribute(
    'position',
    new BufferAttribute(new Float32Array([left, low, z, right, low, z, right, high, z, left, high, z]), 3),
  );
  geometry.setAttribute('uv', new BufferAttribute(new Float32Array([0, 0, 1, 0, 1, 1, 0, 1]), 2));
  geometry.setIndex(new BufferAttribute(SQUARE_FACES, 1));
  const material = galaxyMaterial(landVertex, landFragment, {
    uLight: { value: texture },
    uZones: { value: [] },
    uLand: { value: screenColour('') },
    uCoast: { value: screenColour('') },
    uTint: { value: 0 },
    uCoastAt: { value: coastShare(coast, steps) },
    uFlat: { value: 0 },
  });
  const object = new Mesh(geometry, material);
  object.frustumCulled = false;
  return {
    object,
    theme: ({ zones, land, coast: line, isLight, isFlat }) => {
      const { uZones, uLand, uCoast, uTint, uFlat } = material.uniforms;
      if (uZones) uZones.value = zones.map(screenColour);
      if (uLand) uLand.value = screenColour(land);
      if (uCoast) uCoast.value = screenColour(line);
      if (uTint) uTint.value = isLight ? 0.2 : 0.24;
      if (uFlat) uFlat.value = isFlat ? 1 : 0;
    },
    dispose: () => {
      texture.dispose();
      geometry.dispose();
      material.dispose();
    },
  };
}

/** The nebulae of a chart as clouds over their sectors, in one draw call. */
export function createNebulae({ nebulae, spacing }: GalaxyChart, z: number): Backdrop {
  const places = new Float32Array(nebulae.length * 4);
  const hues = new Float32Array(nebulae.length * 3);
  nebulae.forEach(({ x, y, radius, colour }, index) => {
    places.set([x, y, z, radius + spacing * 1.6], index * 4);
    const { r, g, b } = screenColour(colour);
    hues.set([r, g, b], index * 3);
  });
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(SQUARE, 3));
  geometry.setIndex(new BufferAttribute(SQUARE_FACES, 1));
  geometry.setAttribute('place', new InstancedBufferAttribute(places, 4));
  geometry.setAttribute('hue', new InstancedBufferAttribute(hues, 3));
  geometry.instanceCount = nebulae.length;
  const material = galaxyMaterial(nebulaeVertex, nebulaeFragment, { uAlpha: { value: 0 } });
  const object = new Mesh(geometry, material);
  object.frustumCulled = false;
  object.visible = nebulae.length > 0;
  return {
    object,
    theme: ({ isLight, isFlat }) => {
      const { uAlpha } = material.uniforms;
      if (uAlpha) uAlpha.value = isFlat ? 0.12 : isLight ? 0.3 : 0.85;
    },
    dispose: () => {
      geometry.dispose();
      material.dispose();
    },
  };
}
