import { getSettings, patchSettings } from '@sw/contracts';
import { AppError } from '@sw/service-kit';
import type { UserCaller } from '../../http/caller.ts';
import { RawReply } from '../../http/raw-reply.ts';
import type { RegisterRoutes } from '../../http/register.ts';
import { changePlayerSettings, readPlayerSettings } from './settings.service.ts';

const TAG = /^(?:W\/)?"(\d+)"$/;

/** Binds the one settings record of a player. */
export const registerSettingsRoutes: RegisterRoutes = ({ bind, deps }) => {
  bind(getSettings, async ({ caller, ifNoneMatch, setHeader }) => {
    const record = await readPlayerSettings(deps, playerOf(caller));
    const etag = tagOf(record.rev);
    if (ifNoneMatch === etag) return new RawReply('', { etag }, 304);
    setHeader('etag', etag);
    return record;
  });

  bind(patchSettings, async ({ caller, body, ifMatch, nowMs, setHeader }) => {
    const record = await changePlayerSettings(deps, playerOf(caller), body, expectedRev(ifMatch), nowMs);
    setHeader('etag', tagOf(record.rev));
    return record;
  });
};

const tagOf = (rev: number): string => `"${rev}"`;

/** Null when any revision will do; a tag this server never gave out matches none. */
const expectedRev = (ifMatch: string | undefined): number | null =>
  ifMatch === undefined || ifMatch === '*' ? null : Number(TAG.exec(ifMatch)?.[1] ?? -1);

/** Operators have no persona and so no settings here. */
const playerOf = (caller: UserCaller): string => {
  if (caller.kind !== 'player') throw new AppError('forbidden');
  return caller.playerId;
};
