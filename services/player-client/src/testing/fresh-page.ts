import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import { FAKE_NOW } from './fake-moment.ts';

/** Media queries that match; none does unless a test says so: a wide screen with a mouse. */
const matching = new Set<string>();

const mediaQuery = (query: string) => ({
  matches: [...matching].some((part) => query.includes(part)),
  media: query,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
});

/** From here on the page is as narrow as a phone. */
export const onPhone = (): void => {
  matching.add('max-width');
};

/** Gives each test of a file an empty page, empty storage and the time of the fake game. */
export function freshPage(): void {
  // A screen's chunk is compiled when it is first opened.
  configure({ asyncUtilTimeout: 8_000 });
  vi.setConfig({ testTimeout: 20_000 });
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    matching.clear();
    vi.stubGlobal('matchMedia', mediaQuery);
    vi.useFakeTimers({ toFake: ['Date'], now: FAKE_NOW });
  });
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
}
