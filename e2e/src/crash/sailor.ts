import { NetworkError } from '@sw/api-client';
import type { seededRandom } from '@sw/test-kit';
import type { PlayerApi } from '../players/sign-up.ts';
import { Journal } from './journal.ts';

type Random = ReturnType<typeof seededRandom>;

const MOST_UNITS = 5;
const PAUSE_MS = 20;
/** Of so many commands while docked one is at a counter. */
const COUNTER_EVERY = 4;
const MOST_CREDITS = 100;
/** Of so many steps in space one is a scan. */
const SCAN_EVERY = 8;
/** With fewer he stays docked and trades, which costs none: a long test must not run dry. */
const RESERVE_TURNS = 60;

/**
 * A player who never rests: flies, scans, docks, buys a little, sells a little, saves and takes jobs. He chooses by dice from what
 * the server shows him, and writes every command into his journal.
 */
export class Sailor {
  readonly journal = new Journal();
  readonly api: PlayerApi;
  readonly #random: Random;
  #isSailing = false;
  #voyage: Promise<void> = Promise.resolve();

  constructor(api: PlayerApi, random: Random) {
    this.api = api;
    this.#random = random;
  }

  /** Sails until `halt`, whatever breaks. */
  sail(): void {
    this.#isSailing = true;
    this.#voyage = this.#sailOn();
  }

  /** Stops after the command under way. */
  async halt(): Promise<void> {
    this.#isSailing = false;
    await this.#voyage;
  }

  async #sailOn(): Promise<void> {
    while (this.#isSailing) {
      try {
        await this.#step();
      } catch (error) {
        if (!isOutage(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    }
  }

  async #step(): Promise<void> {
    const { location, turns } = await this.api.getPlayerState();
    const maySail = turns.turns > RESERVE_TURNS;
    if (location?.state !== 'docked' || location.stationId === null) await this.#fly();
    else if (this.#random.roll(COUNTER_EVERY) === 0) await this.#visitCounter(location.stationId);
    else await this.#trade(location.stationId, maySail);
  }

  /** Brings credits to the bank, takes some out, or takes a job and gives one up; where there is no counter, he is refused. */
  async #visitCounter(stationId: string): Promise<void> {
    const amount = BigInt(2 + this.#random.roll(MOST_CREDITS));
    const counter = this.#random.roll(3);
    if (counter === 0)
      await this.journal.run('deposit', (idempotencyKey) =>
        this.api.bankDeposit({ body: { amount }, idempotencyKey }),
      );
    else if (counter === 1)
      await this.journal.run('withdraw', (idempotencyKey) =>
        this.api.bankWithdraw({ body: { amount }, idempotencyKey }),
      );
    else await this.#takeJob(stationId);
  }

  async #takeJob(stationId: string): Promise<void> {
    const { active } = await this.api.listMyContracts();
    const { items } = await this.api.getContractBoard({ params: { id: stationId } });
    const held = active.at(-1);
    const job = items[this.#random.roll(Math.max(1, items.length))];
    if (held !== undefined)
      await this.journal.run('abandon', (idempotencyKey) =>
        this.api.abandonContract({ params: { id: held.id }, body: {}, idempotencyKey }),
      );
    else if (job !== undefined)
      await this.journal.run('accept', (idempotencyKey) =>
        this.api.acceptContract({ params: { id: job.id }, body: {}, idempotencyKey }),
      );
  }

  async #trade(stationId: string, maySail: boolean): Promise<void> {
    const { rows } = await this.api.getMarket({ params: { id: stationId } });
    const offers = rows.flatMap(({ commodity, ask, bid, held }) => [
      ...(ask === null
        ? []
        : [{ side: 'buy' as const, commodity, limitTotal: ask * 2n * BigInt(MOST_UNITS) }]),
      ...(bid === null || held === 0 ? [] : [{ side: 'sell' as const, commodity, limitTotal: 0n }]),
    ]);
    const offer = offers[this.#random.roll(offers.length + (maySail ? 1 : 0))];
    if (offer === undefined) {
      await this.journal.run('undock', (idempotencyKey) =>
        this.api.undock({ params: { id: stationId }, idempotencyKey }),
      );
      return;
    }
    const lines = [{ ...offer, quantity: 1 + this.#random.roll(MOST_UNITS) }];
    await this.journal.run('trade', (idempotencyKey) =>
      this.api.execute({ body: { stationId, lines }, idempotencyKey }),
    );
  }

  async #fly(): Promise<void> {
    if (this.#random.roll(SCAN_EVERY) === 0) {
      await this.journal.run('scan', (idempotencyKey) =>
        this.api.scan({ body: { mode: 'adjacent' }, idempotencyKey }),
      );
      return;
    }
    const sector = await this.api.getCurrentSector();
    const station = sector.stations?.[0];
    if (station !== undefined && this.#random.roll(2) === 0) {
      await this.journal.run('dock', (idempotencyKey) =>
        this.api.dock({ params: { id: station.id }, idempotencyKey }),
      );
      return;
    }
    const warps = sector.warps ?? [];
    const warp = warps[this.#random.roll(Math.max(1, warps.length))];
    if (warp === undefined) throw new Error(`Sector ${sector.id} shows no warps`);
    const body = { to: warp.to, warpId: warp.warpId };
    await this.journal.run('move', (idempotencyKey) => this.api.move({ body, idempotencyKey }));
  }
}

/** The server was killed, is starting, or has lost its database. */
const isOutage = (error: unknown): boolean =>
  error instanceof NetworkError ||
  (error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status >= 500);
