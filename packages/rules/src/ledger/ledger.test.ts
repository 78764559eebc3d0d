import { describe, expect, it } from 'vitest';
import type { AccountId } from './index.ts';
import {
  BURN,
  bankOf,
  clearingAccount,
  compareAccounts,
  escrowAccount,
  gateAccount,
  isHotAccount,
  LEDGER_REASONS,
  LEDGER_REASONS_BY_AREA,
  leg,
  legBalance,
  MAX_BALANCE,
  MINT,
  mayBeNegative,
  regionAccount,
  resolveLegs,
  stationAccount,
  teamAccount,
  vaultOf,
  walletOf,
} from './index.ts';

describe('ledger reasons', () => {
  it('lists each reason of economy 15.1 once', () => {
    expect(new Set(LEDGER_REASONS).size).toBe(LEDGER_REASONS.length);
    expect(LEDGER_REASONS).toHaveLength(142);
    expect(Object.keys(LEDGER_REASONS_BY_AREA)).toHaveLength(19);
  });

  it('spells every reason in lower snake_case', () => {
    expect(LEDGER_REASONS.filter((reason) => !/^[a-z0-9]+(_[a-z0-9]+)*$/.test(reason))).toEqual([]);
  });
});

describe('accounts', () => {
  it('names the accounts of economy 0.1', () => {
    expect([
      walletOf('p'),
      bankOf('p'),
      teamAccount('t'),
      regionAccount('r'),
      stationAccount('s'),
      gateAccount('g'),
      vaultOf('c'),
      escrowAccount('journey', 'j'),
      clearingAccount('nexus'),
    ]).toEqual([
      'wallet:p',
      'bank:p',
      'team:t',
      'region:r',
      'station:s',
      'gate:g',
      'vault:c',
      'escrow:journey:j',
      'clearing:nexus',
    ]);
  });

  it('keeps no balance row for MINT, BURN, the region treasuries and clearing only', () => {
    const all: AccountId[] = [
      MINT,
      BURN,
      regionAccount('r'),
      walletOf('p'),
      stationAccount('s'),
      clearingAccount('x'),
    ];
    expect(all.filter(isHotAccount)).toEqual([MINT, BURN, regionAccount('r'), clearingAccount('x')]);
  });

  it('lets only MINT and clearing accounts be negative', () => {
    const all: AccountId[] = [MINT, BURN, regionAccount('r'), walletOf('p'), clearingAccount('x')];
    expect(all.filter(mayBeNegative)).toEqual([MINT, clearingAccount('x')]);
  });

  it('locks in byte order', () => {
    const accounts: AccountId[] = [walletOf('b'), 'station:z', walletOf('B'), bankOf('a')];
    expect(accounts.sort(compareAccounts)).toEqual(['bank:a', 'station:z', 'wallet:B', 'wallet:b']);
    expect(compareAccounts(MINT, MINT)).toBe(0);
  });

  it('holds less than 2^53', () => {
    expect(MAX_BALANCE).toBe(9n * 10n ** 15n);
    expect(MAX_BALANCE < 2n ** 53n).toBe(true);
  });
});

describe('legs', () => {
  const parties = { playerId: 'p', regionId: 'r', stationId: 's' };

  it('drops a leg of nothing', () => {
    expect(leg('wallet', BURN, 0n, 'dock_fee')).toEqual([]);
    expect(leg('wallet', BURN, 5n, 'dock_fee')).toHaveLength(1);
  });

  it('resolves roles to accounts', () => {
    const legs = [
      ...leg('wallet', BURN, 1n, 'dock_fee'),
      ...leg(MINT, 'region', 2n, 'region_tax'),
      ...leg('bank', 'station', 3n, 'mooring'),
    ];
    expect(resolveLegs(legs, parties)).toEqual([
      { from: 'wallet:p', to: BURN, amount: 1n, reason: 'dock_fee' },
      { from: MINT, to: 'region:r', amount: 2n, reason: 'region_tax' },
      { from: 'bank:p', to: 'station:s', amount: 3n, reason: 'mooring' },
    ]);
  });

  it('needs a party for every role it names', () => {
    const legs = leg('wallet', 'gate', 4n, 'gate_toll');
    expect(resolveLegs(legs, { playerId: 'p', gateId: 'g' })).toMatchObject([{ to: 'gate:g' }]);
    expect(() => resolveLegs(legs, { playerId: 'p' })).toThrow('gate');
  });

  it('sums what an account gains', () => {
    const legs = [...leg('wallet', BURN, 7n, 'dock_fee'), ...leg(MINT, 'wallet', 3n, 'discovery')];
    expect(legBalance(legs, 'wallet')).toBe(-4n);
    expect(legBalance(legs, MINT) + legBalance(legs, BURN) + legBalance(legs, 'wallet')).toBe(0n);
  });
});
