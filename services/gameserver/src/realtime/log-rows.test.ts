import { expect, it } from 'vitest';
import { logRowsOf } from './log-rows.ts';
import { membership, playerChannel, stationChannel } from './outbox.ts';

const told = (channel: string, type: string) => ({ channel, type, data: { a: 1 } }) as never;

it('keeps what was told to one player and says something', () => {
  const ann = playerChannel('ann');
  const rows = logRowsOf([
    told(ann, 'player.moved'),
    told(ann, 'trade.completed'),
    told(ann, 'warehouse.rent'),
    told(ann, 'ship.destroyed'),
    told(playerChannel('ben'), 'rank.promoted'),
  ]);
  expect(rows.map((row) => [row.player_id, row.category, row.type])).toEqual([
    ['ann', 'movement', 'player.moved'],
    ['ann', 'trade', 'trade.completed'],
    ['ann', 'trade', 'warehouse.rent'],
    ['ann', 'combat', 'ship.destroyed'],
    ['ben', 'system', 'rank.promoted'],
  ]);
});

it('keeps nothing that only moves screens, nor what others hear', () => {
  const ann = playerChannel('ann');
  expect(
    logRowsOf([
      told(ann, 'player.state_changed'),
      told(ann, 'player.turns'),
      told(ann, 'autopilot.progress'),
      told(ann, 'map.marks_changed'),
      told(ann, 'session.revoked'),
      told(ann, 'presence.entered'),
      told(stationChannel('s'), 'trade.completed'),
      told('global', 'system.announcement'),
      membership('ann', { sectorId: 1, regionName: 'terran-space', rev: 1 }),
    ]),
  ).toEqual([]);
});
