import { StartupError } from '@sw/service-kit/startup-error';
import { describe, expect, it } from 'vitest';
import type { HostProcess, Lifecycle } from './lifecycle.ts';
import { runLifecycle } from './lifecycle.ts';

interface FakeHost extends HostProcess {
  signal(name: NodeJS.Signals): void;
  readonly exited: Promise<number>;
  readonly said: string[];
}

function fakeHost(): FakeHost {
  const listeners = new Map<string, () => void>();
  const said: string[] = [];
  let exit: (code: number) => void = () => undefined;
  const exited = new Promise<number>((resolve) => {
    exit = resolve;
  });
  return {
    on: (signal, listener) => listeners.set(signal, listener),
    exit: (code) => exit(code),
    stderr: { write: (text) => said.push(text) },
    signal: (name) => listeners.get(name)?.(),
    exited,
    said,
  };
}

const never = (): Promise<never> => new Promise(() => undefined);

/** An undo that notes its name. */
function noting(notes: string[], name: string): { run(): Promise<void> } {
  return {
    run: () => {
      notes.push(name);
      return Promise.resolve();
    },
  };
}

describe('a running program', () => {
  it('undoes everything, last first, when it is told to stop', async () => {
    const host = fakeHost();
    const notes: string[] = [];
    await runLifecycle((life) => {
      for (const name of ['database', 'server']) life.undoLater(noting(notes, name));
      return Promise.resolve();
    }, host);
    host.signal('SIGTERM');
    expect(await host.exited).toBe(0);
    expect(notes).toEqual(['server', 'database']);
    expect(host.said).toEqual([]);
  });

  it('does what must not be left out when it is told twice', async () => {
    const host = fakeHost();
    const notes: string[] = [];
    await runLifecycle((life) => {
      life.undoLater({ ...noting(notes, 'database'), evenIfForced: true });
      life.undoLater({ run: never });
      return Promise.resolve();
    }, host);
    host.signal('SIGINT');
    await Promise.resolve();
    host.signal('SIGINT');
    expect(await host.exited).toBe(130);
    expect(notes).toEqual(['database']);
  });

  it('ends at once when it is told three times', async () => {
    const host = fakeHost();
    await runLifecycle((life) => {
      life.undoLater({ run: never, evenIfForced: true });
      return Promise.resolve();
    }, host);
    for (let times = 0; times < 3; times += 1) host.signal('SIGINT');
    expect(await host.exited).toBe(130);
  });

  it('goes on undoing after an undo failed, and says so', async () => {
    const host = fakeHost();
    const notes: string[] = [];
    await runLifecycle((life) => {
      life.undoLater(noting(notes, 'database'));
      life.undoLater({ run: () => Promise.reject(new Error('stuck')) });
      return Promise.resolve();
    }, host);
    host.signal('SIGTERM');
    expect(await host.exited).toBe(1);
    expect(notes).toEqual(['database']);
    expect(host.said).toEqual(['SectorWars 2102 failed: stuck\n']);
  });

  it('ends when something it needs is gone', async () => {
    const host = fakeHost();
    const notes: string[] = [];
    let life: Lifecycle | undefined;
    await runLifecycle((given) => {
      life = given;
      given.undoLater(noting(notes, 'database'));
      return Promise.resolve();
    }, host);
    life?.fail('The database is gone.');
    expect(await host.exited).toBe(1);
    expect(host.said).toEqual(['The database is gone.\n']);
    expect(notes).toEqual(['database']);
  });

  it('ends with success when its work is done', async () => {
    const host = fakeHost();
    await runLifecycle((life) => {
      life.end();
      return Promise.resolve();
    }, host);
    expect(await host.exited).toBe(0);
  });
});

describe('a starting program', () => {
  it('stops between two steps and undoes the steps already taken', async () => {
    const host = fakeHost();
    const notes: string[] = [];
    await runLifecycle((life) => {
      life.undoLater(noting(notes, 'first step'));
      host.signal('SIGINT');
      life.proceed();
      notes.push('second step');
      return Promise.resolve();
    }, host);
    expect(await host.exited).toBe(0);
    expect(notes).toEqual(['first step']);
    expect(host.said).toEqual([]);
  });

  it('tells in one sentence what keeps it from starting, and undoes what it had begun', async () => {
    const host = fakeHost();
    const notes: string[] = [];
    await runLifecycle((life) => {
      life.undoLater(noting(notes, 'database'));
      return Promise.reject(new StartupError('Port 8080 is in use.'));
    }, host);
    expect(await host.exited).toBe(1);
    expect(host.said).toEqual(['Port 8080 is in use.\n']);
    expect(notes).toEqual(['database']);
  });

  it('shows no stack trace for a bug either', async () => {
    const host = fakeHost();
    await runLifecycle(() => Promise.reject(new TypeError('x is not a function')), host);
    expect(await host.exited).toBe(1);
    expect(host.said).toEqual(['SectorWars 2102 failed: x is not a function\n']);
  });
});
