import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { legBalance, MAX_BALANCE } from '../ledger/index.ts';
import { NOON } from '../testing/build-trade.ts';
import { buildVisit } from '../testing/build-visit.ts';
import {
  applyDeposit,
  applyWithdrawal,
  autoDebit,
  bankFee,
  checkDeposit,
  checkWithdrawal,
  describeDeposit,
  describeWithdrawal,
} from './index.ts';

const state = (purse: { wallet?: bigint; bank?: bigint } = {}, visit = {}) => ({
  ...buildVisit(visit),
  wallet: 10_000n,
  bank: 0n,
  ...purse,
});

const arbCredits = fc.bigInt({ min: 0n, max: MAX_BALANCE });

describe('the fee of a deposit', () => {
  it.each([
    [1n, 1n],
    [2n, 1n],
    [200n, 1n],
    [201n, 2n],
    [1_001n, 6n],
    [MAX_BALANCE, 45_000_000_000_000n],
  ])('of %d is %d', (amount, fee) => {
    expect(bankFee(amount)).toBe(fee);
  });

  it('leaves something of every deposit that is allowed', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 2n, max: MAX_BALANCE }), (amount) => {
        expect(amount - bankFee(amount)).toBeGreaterThan(0n);
      }),
    );
  });
});

describe('a visit', () => {
  it.each([
    ['elsewhere', { dockedStationId: 'station-b' }, 'not_docked'],
    ['in flight', { dockedStationId: null }, 'not_docked'],
    ['locked down', { station: { status: 'locked_down' } }, 'station_not_operational'],
    ['disabled', { station: { status: 'disabled' } }, 'station_not_operational'],
    ['without a bank', { station: { services: ['warehouse'] } }, 'no_bank_here'],
    ['of a wanted player', { wantedUntilMs: NOON + 1, station: { isSanctuary: true } }, 'services_refused'],
  ] as const)('%s is refused', (_name, visit, code) => {
    expect(checkDeposit(state({}, visit), 100n, NOON)?.code).toBe(code);
    expect(checkWithdrawal(state({ bank: 100n }, visit), 100n, NOON)?.code).toBe(code);
  });

  it('is open in arrears, and to the wanted outside sanctuaries or when their time is over', () => {
    expect(checkDeposit(state({}, { station: { status: 'arrears' } }), 100n, NOON)).toBeNull();
    expect(checkDeposit(state({}, { wantedUntilMs: NOON + 1 }), 100n, NOON)).toBeNull();
    const over = { wantedUntilMs: NOON, station: { isSanctuary: true } };
    expect(checkDeposit(state({}, over), 100n, NOON)).toBeNull();
  });
});

describe('deposit and withdrawal', () => {
  it('need the credits', () => {
    expect(checkDeposit(state(), 10_001n, NOON)).toEqual({
      code: 'insufficient_credits',
      details: { need: 10_001n, have: 10_000n },
    });
    expect(checkWithdrawal(state({ bank: 5n }), 6n, NOON)?.details).toEqual({ need: 6n, have: 5n });
  });

  it('never fill an account beyond what it holds', () => {
    expect(checkDeposit(state({ bank: MAX_BALANCE }), 100n, NOON)?.code).toBe('account_full');
    const both = state({ wallet: MAX_BALANCE, bank: MAX_BALANCE });
    expect(checkWithdrawal(both, 1n, NOON)).toEqual({ code: 'account_full', details: { max: 0n } });
  });

  it('move what they say and burn the fee', () => {
    fc.assert(
      fc.property(
        arbCredits,
        arbCredits,
        fc.bigInt({ min: 2n, max: MAX_BALANCE }),
        (wallet, bank, amount) => {
          const before = state({ wallet, bank });
          if (checkDeposit(before, amount, NOON) === null) {
            const { legs, ...after } = applyDeposit(before, amount);
            expect(after.wallet - wallet).toBe(legBalance(legs, 'wallet'));
            expect(after.bank - bank).toBe(legBalance(legs, 'bank'));
            expect(legBalance(legs, 'BURN')).toBe(after.fee);
            expect(after.wallet + after.bank + after.fee).toBe(wallet + bank);
          }
          if (checkWithdrawal(before, amount, NOON) === null) {
            const { legs, ...after } = applyWithdrawal(before, amount);
            expect(after.wallet + after.bank).toBe(wallet + bank);
            expect(after.bank - bank).toBe(legBalance(legs, 'bank'));
          }
        },
      ),
    );
  });

  it('are described with their limits', () => {
    expect(describeDeposit(state(), NOON)).toMatchObject({ enabled: true, limits: { min: 2, max: 10_000 } });
    expect(describeWithdrawal(state(), NOON)).toMatchObject({
      enabled: false,
      reason: 'insufficient_credits',
    });
  });
});

describe('a payment that falls due', () => {
  it.each([
    [100n, 100n, 50n, 100n, 50n],
    [100n, 30n, 50n, 80n, 0n],
    [100n, 0n, 100n, 0n, 0n],
    [0n, 70n, 70n, 0n, 0n],
  ])('wallet %d, bank %d, due %d', (wallet, bank, due, walletAfter, bankAfter) => {
    expect(autoDebit({ wallet, bank }, due, 'warehouse_rent')).toMatchObject({
      wallet: walletAfter,
      bank: bankAfter,
    });
  });

  it('takes all of it or nothing, the bank first, and burns it', () => {
    fc.assert(
      fc.property(arbCredits, arbCredits, arbCredits, (wallet, bank, due) => {
        const taken = autoDebit({ wallet, bank }, due, 'warehouse_rent');
        expect(taken === null).toBe(wallet + bank < due);
        if (taken === null) return;
        expect(legBalance(taken.legs, 'BURN')).toBe(due);
        expect(taken.bank === 0n || taken.wallet === wallet).toBe(true);
        expect(taken.wallet >= 0n && taken.bank >= 0n).toBe(true);
      }),
    );
  });
});
