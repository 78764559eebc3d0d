import { useFrame, useThree } from '@react-three/fiber';
import type { ReactElement, RefObject } from 'react';
import { useEffect, useMemo, useRef } from 'react';
import type { Mesh, Vector2 } from 'three';
import { BufferAttribute, BufferGeometry, GLSL3, RawShaderMaterial } from 'three';
import type { SceneComposition } from './scene-composition.ts';
import { compositionValues, createUniforms, themeValues } from './scene-uniforms.ts';
import { FRAGMENT_SHADER, VERTEX_SHADER } from './shader/sector-shader.ts';
import type { SceneTheme } from './use-scene-theme.ts';

/** Where the clock of the picture begins: clouds and wheel in a good place for a still. */
const START_S = 40;

/** Arrival fades in this fast; any key ends it. */
const ARRIVE_S = 0.6;

export interface ScenePassProps {
  readonly sectorId: number;
  readonly composition: SceneComposition;
  readonly theme: SceneTheme;
  readonly isStill: boolean;
  /** Pointer in the window, -1 to 1, y upwards. */
  readonly pointer: RefObject<{ x: number; y: number }>;
  /** Seconds between two frames, for the quality ladder. */
  readonly onFrame: (deltaS: number) => void;
  readonly onReady: () => void;
}

/** The one mesh of the scene: a triangle that covers the window. Motion is written to uniforms, never to state. */
export function ScenePass(props: ScenePassProps): ReactElement {
  const { sectorId, composition, theme, isStill, pointer, onFrame, onReady } = props;
  const { gl, scene, camera, invalidate } = useThree();
  const mesh = useRef<Mesh>(null);
  const motion = useRef({ time: START_S, arrive: 0, isCompiled: false, isShown: false });

  const [geometry, material] = useMemo(() => createTriangle(), []);
  useEffect(
    () => () => {
      geometry.dispose();
      material.dispose();
    },
    [geometry, material],
  );

  useEffect(() => {
    assign(material, compositionValues(composition));
    invalidate();
  }, [material, composition, invalidate]);

  useEffect(() => {
    assign(material, themeValues(theme));
    invalidate();
  }, [material, theme, invalidate]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new sector is what starts an arrival.
  useEffect(() => {
    if (isStill || !motion.current.isShown) return;
    motion.current.arrive = 1;
    const skip = () => {
      motion.current.arrive = 0;
    };
    addEventListener('keydown', skip, { once: true, capture: true });
    return () => removeEventListener('keydown', skip, { capture: true });
  }, [sectorId, isStill]);

  useEffect(() => {
    let isGone = false;
    const start = () => {
      if (isGone) return;
      motion.current.isCompiled = true;
      if (mesh.current !== null) mesh.current.visible = true;
      invalidate();
    };
    gl.compileAsync(scene, camera).then(start, start);
    return () => {
      isGone = true;
    };
  }, [gl, scene, camera, invalidate]);

  useFrame(({ gl: renderer, viewport }, delta) => {
    const state = motion.current;
    if (!state.isCompiled) return;
    const step = isStill ? 0 : Math.min(delta, 0.1);
    state.time += step;
    state.arrive = Math.max(0, state.arrive - step / ARRIVE_S);
    const { uResolution, uPixel, uTime, uArrive, uDrift } = material.uniforms;
    renderer.getDrawingBufferSize(uResolution?.value as Vector2);
    if (uPixel) uPixel.value = Math.max(1, Math.round(viewport.dpr));
    if (uTime) uTime.value = state.time;
    if (uArrive) uArrive.value = state.arrive ** 2;
    const drift = uDrift?.value as Vector2;
    if (!isStill) {
      drift.x += (pointer.current.x - drift.x) * 0.04;
      drift.y += (pointer.current.y - drift.y) * 0.04;
      onFrame(delta);
    }
    if (!state.isShown) {
      state.isShown = true;
      // The frame is only drawn after this callback.
      requestAnimationFrame(onReady);
    }
  });

  return <mesh ref={mesh} geometry={geometry} material={material} frustumCulled={false} visible={false} />;
}

function createTriangle(): [BufferGeometry, RawShaderMaterial] {
  const geometry = new BufferGeometry();
  geometry.setAttribute(
    'position',
    new BufferAttribute(new Float32Array([-1, -1, 0, 3, -1, 0, -1, 3, 0]), 3),
  );
  const material = new RawShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: VERTEX_SHADER,
    fragmentShader: FRAGMENT_SHADER,
    uniforms: createUniforms({}),
    depthTest: false,
    depthWrite: false,
  });
  return [geometry, material];
}

function assign(material: RawShaderMaterial, values: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(values)) {
    const uniform = material.uniforms[name];
    if (uniform === undefined) material.uniforms[name] = { value };
    else uniform.value = value;
  }
  material.uniformsNeedUpdate = true;
}
