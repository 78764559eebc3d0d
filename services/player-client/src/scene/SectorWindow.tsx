import { useTranslation } from '@sw/i18n';
import { formatSectorNumber, RadioGroup } from '@sw/ui';
import { clsx } from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { SceneBoundary } from './SceneBoundary.tsx';
import { ScenePlate } from './ScenePlate.tsx';
import { SectorProse } from './SectorProse.tsx';
import styles from './SectorWindow.module.css';
import { composeScene } from './scene-composition.ts';
import { hasRing } from './scene-frame.ts';
import type { SceneMode, SceneSelection, SceneView } from './scene-types.ts';
import { useElementSize } from './use-element-size.ts';
import { useWindowLayout } from './use-window-layout.ts';
import { WarpRing } from './WarpRing.tsx';
import { webglSupport } from './webgl-support.ts';

const SectorScene = lazy(async () => ({ default: (await import('./SectorScene.tsx')).SectorScene }));

export interface SectorWindowProps {
  readonly view: SceneView;
  /** What the player wants to see; without WebGL `scene` shows the plate. */
  readonly mode: SceneMode;
  readonly onMode: (mode: SceneMode) => void;
  /** Facts under the name: "Kepler Reach, Border", "patrolled 5", "hazard 1". */
  readonly facts: readonly string[];
  readonly headingId?: string;
  /** Words for the prose. */
  readonly typeText: string;
  readonly zoneText: string;
  readonly shipText: (shipType: string) => string;
  /** Alert chips on the strip of a phone. */
  readonly chips?: ReactNode;
  readonly selection: SceneSelection | null;
  readonly onSelect: (selection: SceneSelection) => void;
  readonly onWarp: (warpId: string) => void;
  readonly className?: string | undefined;
}

/**
 * The window onto the sector: picture, ring, name and the choice of view. The
 * 3D code loads when it is first shown; until its first frame, and for good
 * when it cannot run, the plate is there with the same ring over it.
 */
export function SectorWindow(props: SectorWindowProps): ReactElement {
  const { view, mode, onMode, facts, headingId, chips, selection, onSelect, onWarp, className } = props;
  const { t } = useTranslation(['game', 'common']);
  const root = useRef<HTMLElement>(null);
  const frame = useElementSize(root);
  const aspect = Math.round((frame.width / Math.max(1, frame.height)) * 50) / 50;
  const composition = useMemo(() => composeScene(view, aspect || 1), [view, aspect]);
  const layout = useWindowLayout(root, view, composition, frame);
  const [hasGivenUp, setGivenUp] = useState(false);
  const support = webglSupport();
  const showsScene = mode === 'scene' && support !== 'none' && !hasGivenUp && frame.width > 0;
  const isStrip = frame.height > 0 && !hasRing(frame);

  return (
    <section
      ref={root}
      aria-label={t('scene.label')}
      data-scope="window"
      className={clsx(styles.window, isStrip && styles.strip, className)}
    >
      {mode === 'text' && !isStrip ? (
        <SectorProse {...props} />
      ) : (
        <>
          {frame.width > 0 && <ScenePlate view={view} composition={composition} frame={frame} />}
          {showsScene && (
            <SceneBoundary onFail={() => setGivenUp(true)}>
              <Suspense fallback={null}>
                <SectorScene
                  sectorId={view.sectorId}
                  composition={composition}
                  frame={frame}
                  still={support === 'still'}
                  onGiveUp={() => setGivenUp(true)}
                />
              </Suspense>
            </SceneBoundary>
          )}
          {!isStrip && (
            <WarpRing
              view={view}
              composition={composition}
              frame={frame}
              layout={layout}
              selection={selection}
              onSelect={onSelect}
              onWarp={onWarp}
            />
          )}
        </>
      )}
      <header className={styles.head} data-reserved="">
        <h1 id={headingId} tabIndex={-1} className={styles.title}>
          <span className={styles.number}>{formatSectorNumber(view.sectorNumber)}</span>
          {view.name !== null && (
            <>
              {' '}
              <bdi>{view.name}</bdi>
            </>
          )}
        </h1>
        <p className={styles.facts}>
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
      </header>
      {isStrip && chips !== undefined && <div className={styles.chips}>{chips}</div>}
      <div className={styles.tools} data-reserved="">
        <RadioGroup
          label={t('scene.view')}
          look="segments"
          value={mode}
          onChange={onMode}
          options={[
            { value: 'scene', label: t('scene.view_full') },
            { value: 'plate', label: t('scene.view_plate') },
            { value: 'text', label: t('scene.view_text') },
          ]}
        />
      </div>
    </section>
  );
}
