import type { IUniform } from 'three';
import {
  CustomBlending,
  DoubleSide,
  GLSL3,
  OneFactor,
  OneMinusSrcAlphaFactor,
  RawShaderMaterial,
  Vector2,
} from 'three';

/** What every material of the galaxy shares: how large the picture is, and a pixel of it. */
export interface SharedUniforms {
  readonly uResolution: IUniform<Vector2>;
  readonly uPixel: IUniform<number>;
}

export const sharedUniforms = (): SharedUniforms => ({
  uResolution: { value: new Vector2(1, 1) },
  uPixel: { value: 1 },
});

/**
 * A material whose shader answers colours already weighed by their opacity: what is solid covers, what only
 * glows adds light. Nothing is tested for depth, the order of drawing is the order of the list.
 */
export function galaxyMaterial(
  vertexShader: string,
  fragmentShader: string,
  uniforms: Record<string, IUniform>,
): RawShaderMaterial {
  return new RawShaderMaterial({
    glslVersion: GLSL3,
    vertexShader,
    fragmentShader,
    uniforms,
    transparent: true,
    side: DoubleSide,
    depthTest: false,
    depthWrite: false,
    blending: CustomBlending,
    blendSrc: OneFactor,
    blendDst: OneMinusSrcAlphaFactor,
    blendSrcAlpha: OneFactor,
    blendDstAlpha: OneMinusSrcAlphaFactor,
  });
}
