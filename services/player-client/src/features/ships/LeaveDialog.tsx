import { Button, Dialog, TextField } from '@sw/ui';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useGame } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import styles from './Ships.module.css';
import type { OwnShip } from './ship-queries.ts';
import { useFleetActs } from './use-fleet-acts.ts';

export interface LeaveDialogProps {
  readonly ship: OwnShip;
  readonly how: 'abandon' | 'self_destruct';
  readonly onClose: () => void;
}

/** Giving up a ship: its name must be typed. The fuse of a self-destruction burns on its page afterwards. */
export function LeaveDialog({ ship, how, onClose }: LeaveDialogProps): ReactElement {
  const t = useText();
  const { api } = useGame();
  const { act, running } = useFleetActs();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const isBomb = how === 'self_destruct';
  const isTyped = typed === ship.name;
  const leave = async () => {
    const call = { params: { id: ship.id }, body: { confirm: typed } };
    const reply = await act(
      `ship_${how}`,
      () => (isBomb ? api.selfDestruct(call) : api.abandonShip(call)),
      () => t(`ships:done.${how}`, { name: ship.name }),
    );
    onClose();
    if (reply !== null && !isBomb) void navigate('/game/ships');
  };
  return (
    <Dialog
      open
      danger
      onClose={onClose}
      title={t(`ships:leave.${how}_title`, { name: ship.name })}
      closeLabel={t('common:action.close')}
      actions={
        <>
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
          <Button
            variant="danger"
            pending={running === `ship_${how}`}
            disabledReason={isTyped ? undefined : t('ships:leave.type', { name: ship.name })}
            onClick={() => void leave()}
          >
            {t(`ships:act.${how}`)}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{t(`ships:leave.${how}_text`)}</p>
        <TextField label={t('ships:leave.field', { name: ship.name })} value={typed} onChange={setTyped} />
      </div>
    </Dialog>
  );
}
