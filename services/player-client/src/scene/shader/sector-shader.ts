import { SECTOR_KINDS } from '../scene-composition.ts';
import main from './main.glsl?raw';
import noise from './noise.glsl?raw';
import phenomena from './phenomena.glsl?raw';
import planet from './planet.glsl?raw';
import sky from './sky.glsl?raw';
import station from './station.glsl?raw';
import uniforms from './uniforms.glsl?raw';

/** Names of the sector types the shader branches on. */
const KIND_NAMES: Readonly<Record<(typeof SECTOR_KINDS)[number], string>> = {
  standard: 'KIND_STANDARD',
  nebula: 'KIND_NEBULA',
  asteroid_field: 'KIND_ASTEROIDS',
  radiation_zone: 'KIND_RADIATION',
  black_hole: 'KIND_HOLE',
  star_cluster: 'KIND_CLUSTER',
  void: 'KIND_VOID',
};

const kinds = SECTOR_KINDS.map((type, index) => `const int ${KIND_NAMES[type]} = ${index};`).join('\n');

/** One triangle over the whole window. */
export const VERTEX_SHADER = /* glsl */ `
in vec3 position;
void main() {
  gl_Position = vec4(position.xy, 0.0, 1.0);
}
`;

/** The whole picture: one pass, no textures, one program for every sector type. */
export const FRAGMENT_SHADER = [uniforms, kinds, noise, sky, phenomena, planet, station, main].join('\n');
