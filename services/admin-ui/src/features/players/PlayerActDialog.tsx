import type { PlayerDossier } from '@sw/contracts/admin';
import { useTranslation } from '@sw/i18n';
import { TextField } from '@sw/ui';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useConsole } from '../../app/console-context.ts';
import { ConfirmDialog } from '../../confirm/ConfirmDialog.tsx';

export const PLAYER_ACTS = ['credits', 'turns', 'teleport', 'mute'] as const;
export type PlayerAct = (typeof PLAYER_ACTS)[number];

/** Asks how much, where to or how long, and why; it is refused when the player changed meanwhile. */
export function PlayerActDialog({
  act,
  player,
  onClose,
}: {
  readonly act: PlayerAct;
  readonly player: PlayerDossier;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation('admin_players');
  const { api, queries } = useConsole();
  const [value, setValue] = useState('');
  const params = { id: player.id };

  const perform = (reason: string): Promise<unknown> => {
    const number = Number(value);
    const headers = { ifMatch: player.rev };
    switch (act) {
      case 'credits':
        return api.adjustCredits({ params, body: { delta: number, reason }, ...headers });
      case 'turns':
        return api.adjustTurns({ params, body: { delta: number, reason }, ...headers });
      case 'teleport':
        return api.teleportPlayer({ params, body: { sectorId: number, reason }, ...headers });
      case 'mute':
        return api.mutePlayer({ params, body: { hours: number, reason }, ...headers });
    }
  };

  return (
    <ConfirmDialog
      level="C2"
      title={t(`act.${act}_title`, { name: player.callsign ?? '' })}
      confirmLabel={t('apply')}
      onConfirm={async ({ reason }) => {
        await perform(reason);
        await queries.invalidateQueries({ queryKey: ['player', player.id] });
      }}
      onClose={onClose}
    >
      <TextField
        label={t(`act.${act}_value`)}
        hint={t(`act.${act}_hint`)}
        inputMode="numeric"
        value={value}
        onChange={setValue}
        mono
        required
      />
    </ConfirmDialog>
  );
}
