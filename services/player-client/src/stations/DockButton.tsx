import { Button } from '@sw/ui';
import type { ReactElement } from 'react';
import { useCommands } from '../app/commands.ts';
import { useRunningAct } from '../app/game-context.ts';
import { useReason } from '../app/panel-states.ts';
import { useText } from '../app/text.ts';
import { useActionCost } from '../app/use-action-cost.ts';
import type { SectorView } from '../sectors/warp-list.ts';
import { actionOf } from '../sectors/warp-list.ts';

export type Port = NonNullable<SectorView['stations']>[number];

/** The next act where a ship lies at a station: to dock, as far as the server allows it. */
export function DockButton({ station }: { readonly station: Port }): ReactElement {
  const t = useText();
  const { navigation } = useCommands();
  const running = useRunningAct();
  const reason = useReason();
  const costOf = useActionCost();
  const dock = actionOf(station.actions, 'dock');
  return (
    <Button
      variant="next"
      size="large"
      wide
      hotkey="P"
      data-guide="dock"
      cost={costOf(dock)}
      pending={running === 'dock'}
      disabledReason={reason(dock)}
      onClick={() => void navigation.dock(station)}
    >
      {t('game:cockpit.dock')}
    </Button>
  );
}
