import { Button, buttonClass, formatSectorNumber, KeyCap } from '@sw/ui';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useCommands } from '../../app/commands.ts';
import { useText } from '../../app/text.ts';
import { useActionCost } from '../../app/use-action-cost.ts';
import { DockButton } from '../../stations/DockButton.tsx';
import { MarketLink } from '../../stations/MarketLink.tsx';
import { usePlotChain } from './FirstShipStrip.tsx';
import type { Cockpit } from './use-cockpit.ts';

export interface NextActProps {
  readonly cockpit: Cockpit;
}

/**
 * Whether the act that follows is the way to the task: nothing here is selected and no course is plotted.
 * The task itself then does not offer the same way a second time.
 */
export const isTaskNext = ({ dockedAt, selection, course }: Cockpit): boolean =>
  dockedAt === null && selection?.kind !== 'station' && selection?.kind !== 'warp' && course === null;

/** The one act that follows from what is selected: the only filled button of the cockpit. */
export function NextAct({ cockpit }: NextActProps): ReactElement | null {
  const t = useText();
  const costOf = useActionCost();
  const { navigation } = useCommands();
  const { sector, selection, dockedAt, warps, course, running, reason, warpReason, take } = cockpit;
  const station =
    selection?.kind === 'station' ? sector?.stations?.find(({ id }) => id === selection.id) : undefined;
  const warp = selection?.kind === 'warp' ? warps.find(({ id }) => id === selection.id) : undefined;
  const next = course?.hops.at(-1);

  if (dockedAt !== null) return <MarketLink stationId={dockedAt} />;
  if (warp !== undefined)
    return (
      <Button
        variant="next"
        size="large"
        wide
        hotkey={warp.hotkey === '' ? undefined : warp.hotkey}
        cost={costOf(warp.move) ?? t('common:unit.turns', { count: warp.option.cost })}
        pending={running !== null}
        disabledReason={warpReason(warp)}
        onClick={() => take(warp)}
      >
        {t('game:cockpit.fly', { number: warp.option.number })}
      </Button>
    );
  if (station !== undefined) return <DockButton station={station} />;
  if (next !== undefined)
    return (
      <Button
        variant="next"
        size="large"
        wide
        hotkey="X"
        data-guide="engage"
        pending={running === 'autopilot'}
        disabledReason={reason(null)}
        onClick={() => void navigation.engage()}
      >
        {t('game:cockpit.autopilot_to', { number: next.number })}
      </Button>
    );
  return <TaskAct cockpit={cockpit} />;
}

/** Where nothing is selected and no course is plotted: the way to the task, else the map. */
function TaskAct({ cockpit }: NextActProps): ReactElement {
  const t = useText();
  const chain = cockpit.state?.chain ?? null;
  const plot = usePlotChain(chain, chain?.target.sectorId === cockpit.sector?.id);
  const number = chain?.target.sectorNumber ?? null;
  if (plot !== null && number !== null)
    return (
      <Button variant="next" size="large" wide hotkey="Q" data-guide="plot" onClick={plot}>
        {t('game:cockpit.plot_task', { sector: formatSectorNumber(number) })}
      </Button>
    );
  return (
    <Link
      to="/game/map"
      className={buttonClass({ variant: 'next', size: 'large', wide: true })}
      aria-keyshortcuts="g m"
    >
      <KeyCap>{'G M'}</KeyCap>
      {t('game:cockpit.open_map')}
    </Link>
  );
}
