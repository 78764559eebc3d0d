import { useThree } from '@react-three/fiber';
import type { PointerEvent, ReactElement } from 'react';
import { useEffect, useRef, useState } from 'react';
import { BEST_QUALITY, isTooSlow, noteFrame, QUALITY_RUNGS } from './quality-ladder.ts';
import { SceneCanvas } from './SceneCanvas.tsx';
import { ScenePass } from './ScenePass.tsx';
import styles from './SectorScene.module.css';
import type { SceneComposition } from './scene-composition.ts';
import type { Frame } from './scene-frame.ts';
import { useFrameCap } from './use-frame-cap.ts';
import { useSceneTheme } from './use-scene-theme.ts';
import { useStill } from './use-still.ts';

export interface SectorSceneProps {
  /** A new sector arrives with a short fade. */
  readonly sectorId: number;
  readonly composition: SceneComposition;
  readonly frame: Frame;
  /** One frame only, whatever the settings say: a software renderer. */
  readonly still?: boolean;
  /** Too slow or the context was lost: show the plate. */
  readonly onGiveUp: () => void;
}

/**
 * The sector in 3D, hidden from assistive technology: everything in it stands
 * in the DOM above. Draws on demand, at most 30 frames a second, one frame with
 * reduced motion, none in a hidden tab.
 */
export function SectorScene({
  sectorId,
  composition,
  frame,
  still = false,
  onGiveUp,
}: SectorSceneProps): ReactElement {
  const theme = useSceneTheme();
  const prefersStill = useStill();
  const isStill = still || prefersStill;
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
      <SceneCanvas
        frame={frame}
        dpr={Math.min(devicePixelRatio, best)}
        className={styles.canvas}
        onFail={onGiveUp}
      >
        <FrameCap isMoving={!isStill} />
        <ContextGuard onLost={onGiveUp} />
        <ScenePass
          sectorId={sectorId}
          composition={composition}
          theme={theme}
          isStill={isStill}
          pointer={pointer}
          onFrame={handleFrame}
          onReady={() => setReady(true)}
        />
      </SceneCanvas>
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
