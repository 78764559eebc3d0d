import { useEffect } from 'react';
import { useGame } from '../app/game-context.ts';

/** Keeps the socket of the player open while the game is shown. */
export function useConnection(playerId: string | undefined): void {
  const services = useGame();
  useEffect(() => {
    if (playerId !== undefined) services.connect(playerId);
  }, [services, playerId]);
  useEffect(() => services.disconnect, [services]);
}
