import { Button, Dialog, TextField } from '@sw/ui';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useGame } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import styles from './Ships.module.css';
import type { OwnShip } from './ship-queries.ts';
import { useCountdown } from './use-countdown.ts';
import { useFleetActs } from './use-fleet-acts.ts';

export interface LeaveDialogProps {
  readonly ship: OwnShip;
  readonly how: 'abandon' | 'self_destruct';
  readonly onClose: () => void;
}

/** Seconds in which a self-destruction can be called off. */
const FUSE_S = 30;

/** Giving up a ship: its name must be typed, and a fuse burns before it blows up. */
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
    if (reply !== null) void navigate('/game/ships');
  };
  const fuse = useCountdown(FUSE_S, () => void leave());
  const isBurning = fuse.left !== null;
  const press = () => {
    if (isBomb) fuse.start();
    else void leave();
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
          <Button onClick={onClose}>{t(isBurning ? 'ships:leave.stop' : 'common:action.cancel')}</Button>
          <Button
            variant="danger"
            pending={isBurning || running === `ship_${how}`}
            disabledReason={isTyped ? undefined : t('ships:leave.type', { name: ship.name })}
            onClick={press}
          >
            {t(`ships:act.${how}`)}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{t(`ships:leave.${how}_text`)}</p>
        <TextField label={t('ships:leave.field', { name: ship.name })} value={typed} onChange={setTyped} />
        {isBurning && (
          <p role="status" className={styles.fuse}>
            {t('ships:leave.fuse', { seconds: fuse.left ?? 0 })}
          </p>
        )}
      </div>
    </Dialog>
  );
}
