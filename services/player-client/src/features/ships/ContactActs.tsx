import type { ReactElement } from 'react';
import { lazy, Suspense } from 'react';
import type { SectorView } from '../../sectors/warp-list.ts';
import { actionOf } from '../../sectors/warp-list.ts';

const AssistAct = lazy(() => import('./AssistAct.tsx').then((module) => ({ default: module.AssistAct })));

export interface ContactActsProps {
  readonly contact: NonNullable<SectorView['contacts']>['items'][number];
}

/** What may be done for the pilot that is selected; the few who may need it are worth a wait. */
export function ContactActs({ contact }: ContactActsProps): ReactElement | null {
  const action = actionOf(contact.actions, 'assist_pod');
  if (action === null) return null;
  return (
    <Suspense fallback={null}>
      <AssistAct playerId={contact.playerId} action={action} />
    </Suspense>
  );
}
