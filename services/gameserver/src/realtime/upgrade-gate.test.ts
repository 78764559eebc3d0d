import { expect, it } from 'vitest';
import { createUpgradeGate } from './upgrade-gate.ts';

it('lets an address have so many sockets in all', () => {
  const gate = createUpgradeGate({ open: 2, unauthenticated: 9 });
  const [one] = [gate.enter('a'), gate.enter('a')];
  expect(gate.enter('a')).toBeNull();
  expect(gate.enter('b')).not.toBeNull();
  one?.closed();
  one?.closed();
  expect(gate.enter('a')).not.toBeNull();
  expect(gate.enter('a')).toBeNull();
});

it('lets fewer be without a ticket', () => {
  const gate = createUpgradeGate({ open: 9, unauthenticated: 1 });
  const one = gate.enter('a');
  expect(gate.enter('a')).toBeNull();
  one?.authenticated();
  one?.authenticated();
  expect(gate.enter('a')).not.toBeNull();
  expect(gate.enter('a')).toBeNull();
});

it('forgets an address whose sockets are closed, ticket or not', () => {
  const gate = createUpgradeGate({ open: 1, unauthenticated: 1 });
  for (let round = 0; round < 3; round += 1) {
    const pass = gate.enter('a');
    expect(pass).not.toBeNull();
    pass?.closed();
  }
});
