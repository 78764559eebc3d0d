import type { EventData, getCurrentSector, ReplyOf, sectorContact } from '@sw/contracts';
import type { Cache } from './cache.ts';
import { queryKeys } from './query-keys.ts';

type SectorView = ReplyOf<typeof getCurrentSector>;
type Contact = (typeof sectorContact)['_zod']['output'];

/** Whether events of `channel` tell of the sector on screen. */
const isCurrent = (sector: SectorView, channel: string | null): boolean =>
  channel === null || channel === `sector:${sector.id}`;

const changeContacts = (
  cache: Cache,
  channel: string | null,
  change: (items: Contact[]) => Contact[],
): void => {
  cache.patch(queryKeys.sector.current(), (sector) =>
    sector.contacts === null || !isCurrent(sector, channel)
      ? sector
      : { ...sector, contacts: { ...sector.contacts, items: change(sector.contacts.items) } },
  );
};

/** A ship came: one row for it, however often it is told. What may be done for a pod only the server knows. */
export const addContact = (
  data: EventData<'presence.entered'>,
  channel: string | null,
  cache: Cache,
): void => {
  const { via: _via, ...arrived } = data;
  changeContacts(cache, channel, (items) => [
    { ...arrived, actions: [] },
    ...items.filter((item) => item.shipId !== arrived.shipId),
  ]);
  if (arrived.shipType === 'escape_pod') cache.invalidate(queryKeys.sector.current());
};

/** A ship left. */
export const removeContact = (
  data: EventData<'presence.left'>,
  channel: string | null,
  cache: Cache,
): void => {
  changeContacts(cache, channel, (items) => items.filter((item) => item.shipId !== data.shipId));
};

/** A connection came or went, or a ship docked or left its berth. */
export const updateContact = (
  data: EventData<'presence.updated'>,
  channel: string | null,
  cache: Cache,
): void => {
  changeContacts(cache, channel, (items) =>
    items.map((item) =>
      item.playerId === data.playerId
        ? { ...item, online: data.online ?? item.online, state: data.state ?? item.state }
        : item,
    ),
  );
};

/** True when the contact is the player himself, whose own comings need no line in his log. */
export const isSelf = (playerId: string, cache: Cache): boolean =>
  cache.read(queryKeys.player.state())?.player.id === playerId;
