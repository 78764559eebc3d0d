import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { legBalance } from '../ledger/index.ts';
import { createStream } from '../random/index.ts';
import { buildContractActor } from '../testing/build-contract-actor.ts';
import type { ContractDraft, StationContract } from './index.ts';
import {
  applyAccept,
  applyDeliver,
  applyPenalty,
  checkAccept,
  checkDeliver,
  contractTerms,
  generateContract,
  JOB_WINDOW_MS,
  jobsCounted,
  MAX_PAID_JOBS,
  sealedCargo,
} from './index.ts';

const HOUR = 3_600_000;

const contractOf = (draft: ContractDraft, more: Partial<StationContract> = {}): StationContract => ({
  ...draft,
  id: 'c',
  stationId: 'here',
  state: 'posted',
  delivered: 0,
  expiresAtMs: 1_000 * HOUR,
  deadlineAtMs: null,
  shipId: null,
  ...more,
});

const freight = (hops = 5): ContractDraft => ({
  kind: 'freight',
  targetStationId: 'there',
  hops,
  commodity: null,
  quantity: 10,
  timeLimitH: 8,
  ...contractTerms({ kind: 'freight', hops, commodity: null, quantity: 10 }),
});

describe('what a board posts', () => {
  const around = {
    station: {
      id: 'here',
      facility: 'none',
      wanted: [
        { commodity: 'ore', capacity: 5_000 },
        { commodity: 'exotic_technology', capacity: 200 },
        { commodity: 'luxury_goods', capacity: 20 },
      ],
    },
    targets: [1, 2, 3, 4, 7, 9, 12, 15, 16, 40].map((hops) => ({ stationId: `t${hops}`, hops })),
    sellerHops: { ore: 4, exotic_technology: 20, luxury_goods: 5 },
  } as const;

  it('keeps to its sizes, distances and times, and the same stream posts the same', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const made = generateContract(around, createStream(seed, 'contract'));
        if (made === null) throw new Error('nothing posted');
        expect(generateContract(around, createStream(seed, 'contract'))).toEqual(made);
        expect(made.hops).toBeGreaterThanOrEqual(3);
        expect(made.hops).toBeLessThanOrEqual(15);
        const [most, hours] = { freight: [30, [8, 24]], express: [20, [2, 6]], procurement: [30, [12, 48]] }[
          made.kind
        ] as [number, [number, number]];
        expect(made.quantity).toBeGreaterThanOrEqual(5);
        expect(made.quantity).toBeLessThanOrEqual(most);
        expect(made.timeLimitH).toBeGreaterThanOrEqual(hours[0]);
        expect(made.timeLimitH).toBeLessThanOrEqual(hours[1]);
        // Exotic technology is too far away, and a fifth of 20 luxury goods is less than the least.
        if (made.kind === 'procurement')
          expect(made).toMatchObject({ commodity: 'ore', targetStationId: 'here' });
        else expect(made.commodity).toBeNull();
      }),
    );
  });

  it('asks for nothing at a TradeDock, and posts nothing where nothing is in reach', () => {
    const dock = { ...around, station: { ...around.station, facility: 'tradedock' as const } };
    for (let n = 0; n < 50; n += 1) {
      expect(generateContract(dock, createStream(String(n), 'contract'))?.kind).not.toBe('procurement');
    }
    const far = { ...around, targets: [{ stationId: 'x', hops: 16 }], sellerHops: {} };
    expect(generateContract(far, createStream('a', 'contract'))).toBeNull();
  });
});

/** A player who takes, finishes and drops jobs as fast as he is let. */
const acts = fc.array(
  fc.record({
    wait: fc.integer({ min: 0, max: 6 * HOUR }),
    act: fc.constantFrom('accept', 'deliver', 'drop'),
  }),
  { minLength: 30, maxLength: 200 },
);

describe('the cap of paid jobs', () => {
  it('never lets more than eight be paid in any rolling day, whatever the order', () => {
    fc.assert(
      fc.property(acts, (steps) => {
        let now = 0;
        let active = 0;
        let paidAtMs: number[] = [];
        const everPaid: number[] = [];
        for (const { wait, act } of steps) {
          now += wait;
          const actor = buildContractActor({ wallet: 1_000_000n, jobs: { active, paidAtMs, debt: 0n } });
          const mayAccept = checkAccept(contractOf(freight()), actor, now) === null;
          if (act === 'accept') active += Number(mayAccept);
          if (act === 'deliver' && active > 0) {
            active -= 1;
            paidAtMs = [...paidAtMs, now];
            everPaid.push(now);
          }
          if (act === 'drop') active = Math.max(0, active - 1);
          expect(jobsCounted({ active, paidAtMs, debt: 0n }, now)).toBeLessThanOrEqual(MAX_PAID_JOBS);
        }
        for (const end of everPaid) {
          const inWindow = everPaid.filter((at) => at <= end && at > end - JOB_WINDOW_MS);
          expect(inWindow.length).toBeLessThanOrEqual(MAX_PAID_JOBS);
        }
      }),
    );
  });
});

describe('goods and credits', () => {
  it('pay a procurement the same however it is split, and hand over exactly what is asked', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 30 }),
        fc.array(fc.integer({ min: 1, max: 7 })),
        (quantity, parts) => {
          const terms = contractTerms({ kind: 'procurement', hops: 6, commodity: 'fuel', quantity });
          let contract = contractOf(
            {
              kind: 'procurement',
              targetStationId: 'here',
              hops: 6,
              commodity: 'fuel',
              quantity,
              timeLimitH: 12,
              ...terms,
            },
            { state: 'accepted', deadlineAtMs: 48 * HOUR },
          );
          let hold = {
            capacity: 50,
            colonistsPerUnit: 10,
            items: [{ kind: 'fuel', quantity: 40, avgCost: 30n }],
          };
          let paid = 0n;
          for (const part of [...parts, quantity]) {
            const actor = buildContractActor({ hold });
            const wanted = Math.min(part, contract.quantity - contract.delivered);
            if (wanted === 0 || checkDeliver(contract, actor, wanted, HOUR) !== null) break;
            const done = applyDeliver(contract, actor, wanted);
            expect(legBalance(done.legs, 'wallet')).toBe(done.paid);
            paid += done.paid;
            hold = { ...hold, items: [...done.hold.items] };
            contract = { ...contract, delivered: done.delivered };
          }
          expect(contract.delivered).toBe(quantity);
          expect(paid).toBe(terms.pay + terms.goodsPay);
          expect(hold.items.reduce((sum, item) => sum + item.quantity, 0)).toBe(40 - quantity);
        },
      ),
    );
  });

  it('take a penalty from wallet and bank, never below nothing, and owe the rest', () => {
    const amount = fc.bigInt({ min: 0n, max: 3_000n });
    fc.assert(
      fc.property(amount, amount, (wallet, bank) => {
        const contract = contractOf(freight(15), { state: 'in_transit', deadlineAtMs: HOUR });
        const hold = {
          capacity: 50,
          colonistsPerUnit: 10,
          items: [
            { kind: 'ore', quantity: 3, avgCost: 20n },
            { kind: sealedCargo('c'), quantity: 10, avgCost: 0n },
          ],
        };
        const done = applyPenalty(contract, { wallet, bank, hold });
        expect(done.wallet >= 0n && done.bank >= 0n).toBe(true);
        expect(done.paid + done.unpaid).toBe(contract.penalty);
        expect(wallet - done.wallet + bank - done.bank).toBe(done.paid);
        expect(done.hold.items).toEqual([{ kind: 'ore', quantity: 3, avgCost: 20n }]);
        if (done.unpaid > 0n) expect([done.wallet, done.bank]).toEqual([0n, 0n]);
      }),
    );
  });

  it('take what is owed with the next fee, and accept nothing before it can be paid', () => {
    const jobs = { active: 0, paidAtMs: [], debt: 400n };
    const contract = contractOf(freight());
    expect(checkAccept(contract, buildContractActor({ wallet: 413n, jobs }), 0)).toMatchObject({
      code: 'insufficient_credits',
      details: { need: 414n, have: 413n },
    });
    expect(applyAccept(contract, buildContractActor({ wallet: 414n, jobs }), 0)).toMatchObject({
      wallet: 0n,
      deadlineAtMs: 8 * HOUR,
    });
  });
});
