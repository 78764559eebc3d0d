import type { FakeGame } from './fake-game.ts';
import { answerFake, problem } from './fake-routes.ts';

/** A request as the fake server saw it. */
export interface FakeCall {
  readonly method: string;
  /** Path below the API base, with its query. */
  readonly target: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface FakeServer {
  readonly fetch: typeof globalThis.fetch;
  readonly calls: FakeCall[];
  /** From now on calls to a path get this refusal instead of an answer. */
  refuse(target: string, status: number, code: string, members?: Readonly<Record<string, unknown>>): void;
  /** From now on calls to a path get this answer instead of the fake's own. */
  answer(target: string, json: unknown): void;
  /** Ends a refusal. */
  allow(target: string): void;
  /** From now on nobody answers, until `true`. */
  setReachable(reachable: boolean): void;
}

const BASE = '/api/v1';

/** The fake game behind `fetch`, as the real one would be behind HTTP. */
export function fakeServer(game: FakeGame): FakeServer {
  const calls: FakeCall[] = [];
  const planned = new Map<string, { readonly status: number; readonly json: unknown }>();
  let isReachable = true;

  const answer = (call: FakeCall): { readonly status: number; readonly json: unknown } => {
    const path = call.target.split('?')[0] ?? '';
    return planned.get(path) ?? answerFake(game, call.method, call.target, call.body);
  };

  return {
    calls,
    refuse: (target, status, code, members = {}) => {
      planned.set(target, { status, json: problem(status, code, members) });
    },
    answer: (target, json) => {
      planned.set(target, { status: 200, json });
    },
    allow: (target) => void planned.delete(target),
    setReachable: (reachable) => {
      isReachable = reachable;
    },
    fetch: (input, init) => {
      const url = new URL(String(input), 'http://localhost');
      if (!isReachable || !url.pathname.startsWith(BASE))
        return Promise.reject(new TypeError('fetch failed'));
      const call: FakeCall = {
        method: init?.method ?? 'GET',
        target: url.pathname.slice(BASE.length) + url.search,
        body: typeof init?.body === 'string' ? JSON.parse(init.body) : {},
      };
      calls.push(call);
      const { status, json } = answer(call);
      const type = status < 400 ? 'application/json' : 'application/problem+json';
      const text = status === 204 || json === undefined ? null : JSON.stringify(json);
      return Promise.resolve(new Response(text, { status, headers: { 'content-type': type } }));
    },
  };
}
