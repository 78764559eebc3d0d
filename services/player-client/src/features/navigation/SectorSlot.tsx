import { Skeleton } from '@sw/ui';
import type { ReactElement, ReactNode } from 'react';
import { lazy, Suspense } from 'react';
import type { PlayerSettings } from '../../app/display-settings.ts';
import { useGame } from '../../app/game-context.ts';
import type { Translate } from '../../app/text.ts';
import { useText } from '../../app/text.ts';
import { changeSettings, useSettings } from '../../app/use-settings.ts';
import type { SceneMode, SceneSelection } from '../../scene/index.ts';
import { sceneViewOf } from '../../sectors/scene-view.ts';
import type { SectorView, WarpRow } from '../../sectors/warp-list.ts';

const SectorWindow = lazy(() =>
  import('../../scene/index.ts').then((scene) => ({ default: scene.SectorWindow })),
);

export interface SectorSlotProps {
  readonly sector: SectorView;
  readonly warps: readonly WarpRow[];
  readonly headingId: string;
  readonly chips?: ReactNode;
  readonly reason: (row: WarpRow) => string | undefined;
  readonly selection: SceneSelection | null;
  readonly onSelect: (selection: SceneSelection) => void;
  readonly onWarp: (warpId: string) => void;
}

const MODE_OF_VIEW: Readonly<Record<PlayerSettings['view'], SceneMode>> = {
  '3d': 'scene',
  plate: 'plate',
  text: 'text',
};
const VIEW_OF_MODE: Readonly<Record<SceneMode, PlayerSettings['view']>> = {
  scene: '3d',
  plate: 'plate',
  text: 'text',
};

/** The window onto the sector, with the words and the choice of view it needs from the game. */
export function SectorSlot({ sector, warps, reason, ...window }: SectorSlotProps): ReactElement {
  const t = useText();
  const services = useGame();
  const { view } = useSettings();
  const zone = t(`common:zone.${sector.zone}`);
  const facts = [
    t('game:sector.zone', { zone, cluster: sector.cluster }),
    t(`common:security.${sector.security}`),
    ...(sector.hazard === null ? [] : [t('common:number.hazard', { level: sector.hazard })]),
  ];
  return (
    <Suspense
      fallback={<Skeleton rows={3} label={t('common:state.loading', { what: t('game:scene.label') })} />}
    >
      <SectorWindow
        {...window}
        view={sceneViewOf(sector, warps, { t, reason })}
        mode={MODE_OF_VIEW[view]}
        onMode={(mode) => void changeSettings(services, { view: VIEW_OF_MODE[mode] }).catch(() => undefined)}
        facts={facts}
        typeText={sector.type === null ? '' : t(`common:sector_type.${sector.type}`)}
        zoneText={zone}
        shipText={(type) => shipTypeName(type, t)}
      />
    </Suspense>
  );
}

/** Name of a ship type; one this build does not know is called by its key. */
function shipTypeName(type: string, t: Translate): string {
  const translate = t as unknown as (key: string, options: { defaultValue: string }) => string;
  return translate(`common:ship_type.${type}`, { defaultValue: type });
}
