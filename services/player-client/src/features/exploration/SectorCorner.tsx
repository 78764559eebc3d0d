import type { ReactElement } from 'react';
import { lazy, Suspense } from 'react';
import type { GameServices } from '../../app/game-services.ts';
import type { SectorActsProps } from './SectorActs.tsx';

const Acts = lazy(() => import('./SectorActs.tsx').then(({ SectorActs }) => ({ default: SectorActs })));

/** What a ship can do with the sector around it; it comes after the first view. */
export function SectorActs(props: SectorActsProps): ReactElement {
  return (
    <Suspense fallback={null}>
      <Acts {...props} />
    </Suspense>
  );
}

/** Scans as the key asks for it; what a scan needs is loaded with the first one. */
export const scanNeighbours = async (services: GameServices): Promise<void> => {
  const { createExploreCommands } = await import('./explore-commands.ts');
  await createExploreCommands(services).scan('adjacent');
};
