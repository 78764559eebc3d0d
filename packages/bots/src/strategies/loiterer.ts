import { Conversation } from '../bot-lines.ts';
import { pick } from '../bot-names.ts';
import type { Pilot, Step, Strategy } from '../pilot.ts';

const SPEAK_ONE_IN = 5;
const STROLL_ONE_IN = 3;
const LINGER_MS = 8_000;

/** Keeps company: lingers, says a friendly line now and then, and strolls to the next sector. */
export const createLoiterer = (): Strategy => {
  let conversation: Conversation | null = null;

  const stroll = async (pilot: Pilot): Promise<Step> => {
    const { location } = await pilot.api.getPlayerState();
    if (location?.state === 'docked' && location.stationId !== null) {
      await pilot.api.undock({ params: { id: location.stationId } });
      return { deed: 'undocked', waitMs: LINGER_MS };
    }
    const { moves } = await pilot.api.listMoves();
    const open = moves.filter((move) => move.affordable && move.blocked === null && move.toll === 0n);
    if (open.length === 0) return { deed: 'rested', waitMs: LINGER_MS };
    const chosen = pick(pilot.random, open);
    await pilot.api.move({
      body: { to: chosen.to, warpId: chosen.warpId, maxCost: chosen.cost, maxToll: 0n },
    });
    return { deed: 'moved', waitMs: LINGER_MS };
  };

  return {
    name: 'loiterer',
    async step(pilot) {
      conversation ??= new Conversation(pilot.random);
      if (pilot.random.roll(SPEAK_ONE_IN) === 0) {
        await pilot.say(conversation.next());
        return { deed: 'chatted', waitMs: LINGER_MS };
      }
      if (pilot.random.roll(STROLL_ONE_IN) === 0) return stroll(pilot);
      await pilot.api.getCurrentSector();
      return { deed: 'looked', waitMs: LINGER_MS };
    },
  };
};
