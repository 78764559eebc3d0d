import { expect, it } from 'vitest';
import { checkSectorName, normaliseSectorName } from '../knowledge/sector-name.ts';
import type { RecallState } from './recall.ts';
import { checkRecall } from './recall.ts';

const NOW = 1_000_000;
const stranded: RecallState = {
  status: 'in_space',
  shipType: 'light_freighter',
  isAtHome: false,
  isInPocket: false,
  cargoUsed: 0,
  wantedUntilMs: null,
  cooldownUntilMs: null,
  turns: { turns: 75, anchorMs: NOW, frac: 0 },
  turnCap: 1_000,
  turnMultiplierBp: 10_000,
};

it.each([
  ['must_undock', { status: 'docked' as const }],
  ['must_lift_off', { status: 'landed' as const }],
  ['in_combat', { lastEngagementAtMs: NOW - 1 }],
  ['already_there', { isAtHome: true }],
  ['wanted', { wantedUntilMs: NOW + 1 }],
  ['hold_not_empty', { cargoUsed: 1 }],
  ['cooldown', { cooldownUntilMs: NOW + 1 }],
  ['insufficient_turns', { turns: { turns: 74, anchorMs: NOW, frac: 0 } }],
])('a recall is refused with %s', (code, change) => {
  expect(checkRecall({ ...stranded, ...change }, NOW)?.code).toBe(code);
});

it('nobody is stranded: a pod need not wait, a pocket lets cargo through', () => {
  expect(checkRecall(stranded, NOW)).toBeNull();
  expect(checkRecall({ ...stranded, cargoUsed: 9, isInPocket: true }, NOW)).toBeNull();
  expect(checkRecall({ ...stranded, cooldownUntilMs: NOW + 1, shipType: 'escape_pod' }, NOW)).toBeNull();
});

it.each([
  ['ab', 'too_short'],
  ['x'.repeat(31), 'too_long'],
  ['TER-12', 'charset'],
  ['1234', 'charset'],
  ['a<b>c', 'charset'],
  ['Nazi Point', 'profanity'],
])('%j is no name of a sector: %s', (name, code) => {
  expect(checkSectorName(name)).toMatchObject({ details: { errors: [{ path: '/name', code }] } });
});

it("a sector may be called Widow's Reach", () => {
  expect(checkSectorName(normaliseSectorName("  Widow's   Reach "))).toBeNull();
});
