import { ApiProblem, NetworkError } from '@sw/api-client';
import { describe, expect, it } from 'vitest';
import type { PlayerApi } from '../players/sign-up.ts';
import type { Effect } from './journal.ts';
import { Journal } from './journal.ts';
import { verifyPlayer } from './verify-player.ts';

interface Books {
  rev: number;
  credits: bigint;
  trades: string[];
  turns: { reason: string; spent: number }[];
  wallet: bigint[];
}

const fakeApi = (books: Books): PlayerApi =>
  ({
    getPlayerState: async () => ({
      rev: books.rev,
      credits: books.credits,
      player: { callsign: 'QuietHelm' },
    }),
    listTrades: async () => ({ items: books.trades.map((id) => ({ id })), nextCursor: null }),
    listTurnLedger: async () => ({ items: books.turns, nextCursor: null }),
    listCreditLedger: async () => ({
      items: books.wallet.map((amount) => ({ account: 'wallet', amount })),
      nextCursor: null,
    }),
  }) as unknown as PlayerApi;

/** A player who moved once and traded once, and whose books agree. */
const setUp = async () => {
  const books: Books = {
    rev: 7,
    credits: 4900n,
    trades: ['t1'],
    turns: [{ reason: 'move', spent: 3 }],
    wallet: [5000n, -100n],
  };
  const answers = new Map<string, Effect>();
  const journal = new Journal();
  const run = (kind: 'move' | 'trade', effect: Effect) =>
    journal.run(kind, async (key) => {
      const stored = answers.get(key) ?? effect;
      answers.set(key, stored);
      return stored;
    });
  await run('move', { rev: 6 });
  await run('trade', { rev: 7, transactionIds: ['t1'] });
  return { books, journal, answers, verify: () => verifyPlayer({ api: fakeApi(books), journal }) };
};

describe('verifyPlayer', () => {
  it('is silent when the books agree', async () => {
    const { verify } = await setUp();
    expect(await verify()).toEqual([]);
  });

  it('notices a lost trade, a doubled one and one nobody asked for', async () => {
    for (const trades of [[], ['t1', 't1'], ['t1', 't2']]) {
      const { books, verify } = await setUp();
      books.trades = trades;
      expect((await verify())[0]).toContain('1 trades were acknowledged');
    }
  });

  it('notices turns spent twice, and not at all', async () => {
    for (const turns of [
      [],
      [
        { reason: 'move', spent: 3 },
        { reason: 'move', spent: 3 },
      ],
    ]) {
      const { books, verify } = await setUp();
      books.turns = turns;
      expect((await verify())[0]).toContain('1 × move acknowledged');
    }
  });

  it('notices a state that went back, and credits from nowhere', async () => {
    const { books, verify } = await setUp();
    books.rev = 6;
    books.credits = 4901n;
    expect(await verify()).toEqual([
      'QuietHelm: state has rev 6, but 7 was acknowledged',
      'QuietHelm: the wallet holds 4901, its movements sum to 4900',
    ]);
  });

  it('notices a deposit that was never booked', async () => {
    const { journal, answers, verify } = await setUp();
    await journal.run('deposit', async (key) => {
      answers.set(key, { rev: 7 });
      return { rev: 7 };
    });
    expect(await verify()).toEqual(['QuietHelm: 1 × deposit acknowledged, booked 0 times']);
  });

  it('notices a repeated key that is answered otherwise', async () => {
    const { answers, journal, verify } = await setUp();
    answers.set(journal.entries[0]?.key ?? '', { rev: 8 });
    expect((await verify())[0]).toContain('was answered otherwise');
  });
});

describe('a journal', () => {
  it('keeps an unanswered command open until its key is answered', async () => {
    const journal = new Journal();
    const answers: (() => Promise<Effect>)[] = [
      () => Promise.reject(new NetworkError('killed')),
      () => Promise.reject(new NetworkError('still dead')),
      () => Promise.resolve({ rev: 3 }),
    ];
    const keys: string[] = [];
    const send = (key: string) => {
      keys.push(key);
      return answers.shift()?.() ?? Promise.reject(new Error('no answer left'));
    };
    await expect(journal.run('move', send)).rejects.toThrow('killed');
    await expect(journal.resolve()).rejects.toThrow('still dead');
    await journal.resolve();
    expect(journal.of('move')).toHaveLength(1);
    expect(new Set(keys).size).toBe(1);
  });

  it('takes a refusal for an outcome, and a failure of the server for none', async () => {
    const journal = new Journal();
    const problem = (status: number, code: string) =>
      new ApiProblem({ type: '', title: '', status, detail: '', instance: '', code, requestId: '' }, null);
    await journal.run('move', () => Promise.reject(problem(409, 'insufficient_turns')));
    await expect(journal.run('move', () => Promise.reject(problem(503, 'busy')))).rejects.toThrow('busy');
    expect(journal.entries.map(({ outcome }) => outcome)).toEqual(['refused', 'unknown']);
  });
});
