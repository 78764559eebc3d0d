import type { AdminSession, SystemHealth } from '@sw/contracts/admin';

export interface FakeCall {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

export type FakeAnswer = { readonly status: number; readonly body?: unknown } | Error;

/** A server of canned answers: the newest for `METHOD path` counts; nothing known is 401. */
export class FakeServer {
  readonly calls: FakeCall[] = [];
  readonly #answers = new Map<string, () => FakeAnswer>();

  constructor() {
    this.answer('GET /admin/session', { status: 200, body: operator() });
    // There is no socket behind canned answers.
    this.answer('POST /auth/ws-ticket', problem(503, 'dependency_unavailable'));
    for (const part of ['overview', 'series', 'realtime']) {
      this.answer(`GET /admin/analytics/${part}`, problem(503, 'dependency_unavailable'));
    }
  }

  answer(route: string, answer: FakeAnswer | (() => FakeAnswer)): this {
    this.#answers.set(route, typeof answer === 'function' ? answer : () => answer);
    return this;
  }

  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const path = new URL(String(input), 'http://console.test').pathname.replace('/api/v1', '');
    const method = init?.method ?? 'GET';
    const body = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    this.calls.push({ method, path, body });
    const answer = this.#answers.get(`${method} ${path}`)?.() ?? problem(401, 'unauthenticated');
    if (answer instanceof Error) throw answer;
    const text = answer.body === undefined ? null : JSON.stringify(answer.body);
    return new Response(text, { status: answer.status, headers: { 'content-type': 'application/json' } });
  };
}

/** A refusal as the server writes it. */
export const problem = (status: number, code: string, members: object = {}): FakeAnswer => ({
  status,
  body: {
    type: `https://sectorwars2102/errors/${code}`,
    title: code,
    status,
    detail: code,
    instance: '',
    code,
    requestId: '01900000-0000-7000-8000-000000000001',
    ...members,
  },
});

/** Who acts, with the scopes of everything these tests open. */
export const operator = (
  scopes: readonly string[] = [
    'system.read',
    'audit.read',
    'security.read',
    'users.read',
    'economy.read',
    'analytics.read',
  ],
): AdminSession => ({
  userId: '01900000-0000-7000-8000-00000000000a',
  username: 'admin',
  scopes: [...scopes],
  environment: 'production',
});

export const signedIn = (mustChangePassword = false): FakeAnswer => ({
  status: 200,
  body: {
    user: {
      id: '01900000-0000-7000-8000-00000000000a',
      username: 'admin',
      email: null,
      locale: 'en',
      createdAt: '2102-01-01T00:00:00.000Z',
    },
    accessToken: `token-${String(mustChangePassword)}`,
    expiresIn: 900,
    mustChangePassword,
  },
});

/** A healthy installation. */
export const sampleHealth = (): SystemHealth => ({
  serverTime: '2102-01-01T12:00:00.000Z',
  environment: 'production',
  build: { version: '0.1.0', commit: '3f9c2e1', builtAt: '', node: '24.21.0' },
  uptimeS: 3725,
  status: 'ok',
  process: { memoryBytes: 147_300_000, eventLoopLagMs: 4.2 },
  database: {
    version: '18.4',
    sizeBytes: 11_400_000,
    poolSize: 16,
    poolInUse: 2,
    embedded: true,
    latencyMs: 0.77,
    migrations: 5,
  },
  realtime: { sockets: 9, playersOnline: 7, processes: 2, outboxRows: 31 },
  players: { registered: 1204, completedFirstLogin: 1100, activeToday: 61 },
  galaxy: [
    {
      region: 'terran-space',
      title: 'Terran Space',
      sectors: 300,
      stations: 34,
      status: 'active',
      players: 58,
    },
  ],
  ledger: {
    isTradingHalted: false,
    lastAudit: {
      checkedAt: '2102-01-01T11:53:00.000Z',
      ok: true,
      accounts: 1240,
      rows: 88_410,
      sumOfAccounts: '0',
      mismatches: 0,
      negativeAccounts: 0,
    },
  },
  jobs: [
    {
      name: 'ledger.fold',
      schedule: '* * * * *',
      lastRunAt: '2102-01-01T11:59:00.000Z',
      lastState: 'completed',
    },
    { name: 'cleanup', schedule: '13 * * * *', lastRunAt: null, lastState: null },
  ],
});
