import { Canvas, useThree } from '@react-three/fiber';
import type { PointerEvent, ReactElement } from 'react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { BEST_QUALITY, isTooSlow, noteFrame, QUALITY_RUNGS } from './quality-ladder.ts';
import { ScenePass } from './ScenePass.tsx';
import styles from './SectorScene.module.css';
import { composeScene } from './scene-composition.ts';
import type { SceneView } from './scene-types.ts';
import { useFrameCap } from './use-frame-cap.ts';
import { useSceneTheme } from './use-scene-theme.ts';
import { useStill } from './use-still.ts';

export interface SectorSceneProps {
  readonly view: SceneView;
  /** Width over height of the window. */
  readonly aspect: number;
  /** One frame only, whatever the settings say: a software renderer. */
  readonly still?: boolean;
  /** The first frame is on the screen; the plate below may go. */
  readonly onReady?: () => void;
  /** Too slow or the context was lost: show the plate. */
  readonly onGiveUp: () => void;
}

/**
 * The sector in 3D, hidden from assistive technology: everything in it stands
 * in the DOM above. Draws on demand, at most 30 frames a second, one frame with
 * reduced motion, none in a hidden tab.
 */
export function SectorScene({
  view,
  aspect,
  still = false,
  onReady,
  onGiveUp,
}: SectorSceneProps): ReactElement {
  const theme = useSceneTheme();
  const prefersStill = useStill();
  const isStill = still || prefersStill;
  const composition = useMemo(() => composeScene(view, aspect), [view, aspect]);
  const pointer = useRef({ x: 0, y: 0 });
  const quality = useRef(BEST_QUALITY);
  const [rung, setRung] = useState(0);
  const [isReady, setReady] = useState(false);

  function handleFrame(deltaS: number): void {
    quality.current = noteFrame(quality.current, deltaS * 1000);
    if (isTooSlow(quality.current)) onGiveUp();
    else if (quality.current.rung !== rung) setRung(quality.current.rung);
  }

  function handleMove(event: PointerEvent<HTMLDivElement>): void {
    const box = event.currentTarget.getBoundingClientRect();
    pointer.current = {
      x: ((event.clientX - box.left) / box.width) * 2 - 1,
      y: 1 - ((event.clientY - box.top) / box.height) * 2,
    };
  }

  const best = still ? 1 : (QUALITY_RUNGS[rung] ?? 1);
  return (
    <div
      className={styles.scene}
      data-ready={isReady || undefined}
      aria-hidden="true"
      onPointerMove={handleMove}
    >
      <Canvas
        frameloop="demand"
        dpr={[1, best]}
        flat
        linear
        gl={{ antialias: false, alpha: false, depth: false, stencil: false, powerPreference: 'low-power' }}
        fallback={null}
      >
        <FrameCap isMoving={!isStill} />
        <ContextGuard onLost={onGiveUp} />
        <ScenePass
          sectorId={view.sectorId}
          composition={composition}
          theme={theme}
          isStill={isStill}
          pointer={pointer}
          onFrame={handleFrame}
          onReady={() => {
            setReady(true);
            onReady?.();
          }}
        />
      </Canvas>
    </div>
  );
}

function FrameCap({ isMoving }: { isMoving: boolean }): null {
  useFrameCap(isMoving);
  return null;
}

function ContextGuard({ onLost }: { onLost: () => void }): null {
  const canvas = useThree((state) => state.gl.domElement);
  useEffect(() => {
    canvas.addEventListener('webglcontextlost', onLost);
    return () => canvas.removeEventListener('webglcontextlost', onLost);
  }, [canvas, onLost]);
  return null;
}
