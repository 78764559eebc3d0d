import { useFrame, useThree } from '@react-three/fiber';
import type { ReactElement } from 'react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { PerspectiveCamera } from 'three';
import { SceneCanvas } from '../SceneCanvas.tsx';
import type { Frame } from '../scene-frame.ts';
import { screenColour } from './galaxy-colours.ts';
import { createGalaxyPicture, placeCamera } from './galaxy-picture.ts';
import { BEST_GALAXY, GALAXY_RUNGS, noteGalaxyFrame } from './galaxy-quality.ts';
import type { GalaxyChart, GalaxyField, GalaxyLooks, GalaxyTheme } from './galaxy-types.ts';
import type { Orbit } from './orbit.ts';
import { FIELD_OF_VIEW } from './orbit.ts';

/** Where the camera stands, and who wants to know when it moves. */
export interface OrbitSource {
  get(): Orbit | null;
  subscribe(changed: () => void): () => void;
}

export interface GalaxySceneProps {
  readonly chart: GalaxyChart;
  readonly looks: GalaxyLooks;
  readonly field: GalaxyField | null;
  /** Light at which the coast lies, and bytes a unit of light. */
  readonly coast: { readonly coast: number; readonly steps: number };
  readonly route: readonly number[];
  readonly theme: GalaxyTheme;
  readonly frame: Frame;
  readonly orbit: OrbitSource;
  readonly className?: string | undefined;
  /** Drawn together with every frame: labels and marks on a canvas above. */
  readonly onFrame: (orbit: Orbit) => void;
  /** No context, or it was lost. */
  readonly onGiveUp: () => void;
  /** Told after a frame how many calls it took, and what it took of the page in milliseconds. */
  readonly onDrawn?: (frame: { readonly calls: number; readonly spentMs: number }) => void;
}

/**
 * A chart in space, hidden from assistive technology: the list says and does the same. Draws on demand only:
 * at rest it costs nothing. The light of the sky is scaled to the device, a slow one gets less of it.
 */
export function GalaxyScene(props: GalaxySceneProps): ReactElement {
  const { frame, className, onGiveUp } = props;
  const [rung, setRung] = useState(0);
  const best = GALAXY_RUNGS[rung]?.dpr ?? 1;
  return (
    <div className={className} aria-hidden="true">
      <SceneCanvas frame={frame} dpr={Math.min(devicePixelRatio, best)} onFail={onGiveUp}>
        <GalaxyPass {...props} rung={rung} onRung={setRung} />
      </SceneCanvas>
    </div>
  );
}

interface GalaxyPassProps extends GalaxySceneProps {
  readonly rung: number;
  readonly onRung: (rung: number) => void;
}

function GalaxyPass(props: GalaxyPassProps): ReactElement {
  const { chart, looks, field, coast, route, theme, frame, orbit, rung } = props;
  const { gl, invalidate } = useThree();
  const latest = useRef(props);
  const quality = useRef(BEST_GALAXY);
  const picture = useMemo(() => createGalaxyPicture(chart), [chart]);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => () => picture.dispose(), [picture]);
  useEffect(() => picture.setLooks(looks), [picture, looks]);
  useEffect(() => picture.setLand(field, coast), [picture, field, coast]);
  useEffect(() => picture.setTheme(theme), [picture, theme]);
  useEffect(() => picture.setRoute(route), [picture, route]);
  useEffect(() => {
    const detail = GALAXY_RUNGS[rung];
    if (detail !== undefined) picture.setDetail(detail);
  }, [picture, rung]);
  useEffect(() => {
    gl.setClearColor(screenColour(theme.ground), 1);
  }, [gl, theme]);
  // Whatever changed has to be seen.
  useEffect(() => invalidate());
  useEffect(() => orbit.subscribe(() => invalidate()), [orbit, invalidate]);

  useEffect(() => {
    const canvas = gl.domElement;
    const lost = () => latest.current.onGiveUp();
    canvas.addEventListener('webglcontextlost', lost);
    return () => canvas.removeEventListener('webglcontextlost', lost);
  }, [gl]);

  useFrame(({ gl: renderer, camera, scene, viewport }, delta) => {
    const at = orbit.get();
    if (at === null) return;
    const startMs = performance.now();
    placeCamera(camera as PerspectiveCamera, at, FIELD_OF_VIEW, frame.width / Math.max(1, frame.height));
    picture.setView(at, frame.width * viewport.dpr, frame.height * viewport.dpr, viewport.dpr);
    renderer.render(scene, camera);
    latest.current.onFrame(at);
    latest.current.onDrawn?.({
      calls: renderer.info.render.calls,
      spentMs: performance.now() - startMs,
    });
    quality.current = noteGalaxyFrame(quality.current, delta * 1000);
    if (quality.current.rung !== rung) latest.current.onRung(quality.current.rung);
    // A positive order takes the drawing over from the library: it draws once, after everything is set.
  }, 1);

  return <primitive object={picture.group} />;
}
