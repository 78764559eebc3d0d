import type { RawShaderMaterial } from 'three';
import { BufferAttribute, InstancedBufferAttribute, InstancedBufferGeometry, Mesh, Vector2 } from 'three';
import { screenColour } from './galaxy-colours.ts';
import type { SharedUniforms } from './galaxy-materials.ts';
import { galaxyMaterial } from './galaxy-materials.ts';
import fragment from './shader/lines.frag.glsl?raw';
import vertex from './shader/lines.vert.glsl?raw';

export interface LineStyle {
  readonly colour: string;
  readonly alpha: number;
  /** Pixels. */
  readonly width: number;
  /** Chart units from one dash to the next; 0 for a whole line. */
  readonly dash: number;
  /** Distances from the eye between which the line fades away. */
  readonly fade: readonly [number, number];
}

/** Many lines drawn at once. */
export interface LineBatch {
  readonly mesh: Mesh<InstancedBufferGeometry, RawShaderMaterial>;
  style(style: LineStyle): void;
  dispose(): void;
}

/** A band of `pieces` squares along x from 0 to 1, y to either side. */
function band(pieces: number): { readonly places: Float32Array; readonly faces: Uint16Array } {
  const places = new Float32Array((pieces + 1) * 6);
  for (let index = 0; index <= pieces; index += 1)
    places.set([index / pieces, -1, 0, index / pieces, 1, 0], index * 6);
  const faces = new Uint16Array(pieces * 6);
  for (let index = 0; index < pieces; index += 1) {
    const at = index * 2;
    faces.set([at, at + 1, at + 2, at + 1, at + 3, at + 2], index * 6);
  }
  return { places, faces };
}

/**
 * Lines between places, three numbers an end; `bow` lifts the middle of each by that share of its length,
 * for which it is drawn in `pieces`.
 */
export function createLines(
  ends: { readonly start: Float32Array; readonly end: Float32Array },
  shared: SharedUniforms,
  { bow = 0, pieces = 1 }: { readonly bow?: number; readonly pieces?: number } = {},
): LineBatch {
  const { places, faces } = band(pieces);
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(places, 3));
  geometry.setIndex(new BufferAttribute(faces, 1));
  geometry.setAttribute('start', new InstancedBufferAttribute(ends.start, 3));
  geometry.setAttribute('end', new InstancedBufferAttribute(ends.end, 3));
  geometry.instanceCount = ends.start.length / 3;
  const material = galaxyMaterial(vertex, fragment, {
    ...shared,
    uColour: { value: screenColour('') },
    uAlpha: { value: 1 },
    uWidth: { value: 1 },
    uDash: { value: 0 },
    uFade: { value: new Vector2(1e8, 2e8) },
    uBow: { value: bow },
  });
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  // Nothing to draw is no draw call.
  mesh.visible = geometry.instanceCount > 0;
  return {
    mesh,
    style: ({ colour, alpha, width, dash, fade }) => {
      const set = (name: string, value: unknown): void => {
        const uniform = material.uniforms[name];
        if (uniform !== undefined) uniform.value = value;
      };
      set('uColour', screenColour(colour));
      set('uAlpha', alpha);
      set('uWidth', width);
      set('uDash', dash);
      set('uFade', new Vector2(...fade));
    },
    dispose: () => {
      geometry.dispose();
      material.dispose();
    },
  };
}
