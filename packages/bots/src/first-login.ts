import { isProblem } from '@sw/api-client';
import type { RandomStream } from '@sw/rules';
import { callsignOf, shipNameOf } from './bot-names.ts';
import type { PlayerApi } from './pilot.ts';

const ATTEMPTS = 8;

/** Chooses callsign and ship name where that is still open; the callsign the player has now. */
export const finishFirstLogin = async (api: PlayerApi, random: RandomStream): Promise<string> => {
  const state = await api.getPlayerState();
  if (state.player.firstLoginState === 'completed') return state.player.callsign ?? '';
  for (let attempt = 0; ; attempt += 1) {
    const callsign = callsignOf(random, attempt);
    try {
      await api.completeFirstLogin({ body: { callsign, shipName: shipNameOf(random) } });
      return callsign;
    } catch (error) {
      if (attempt === ATTEMPTS || !isProblem(error, 'callsign_taken', 'callsign_blocked')) throw error;
    }
  }
};
