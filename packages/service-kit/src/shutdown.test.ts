import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createSilentLogger } from './logger.ts';
import type { ShutdownStage } from './shutdown.ts';
import { createShutdown } from './shutdown.ts';
import { stopOnSignals } from './stop-signals.ts';

const recording = () => {
  const order: string[] = [];
  const shutdown = createShutdown(createSilentLogger());
  const add = (stage: ShutdownStage, name: string, run: () => Promise<void> | void = () => {}): void =>
    shutdown.addHook({
      name,
      stage,
      limitMs: 20,
      run: () => {
        order.push(name);
        return run();
      },
    });
  return { shutdown, order, add };
};

describe('createShutdown', () => {
  it('runs stages in order, whatever the order of registration', async () => {
    const { shutdown, order, add } = recording();
    add('storage', 'postgres');
    add('outbox', 'flush outbox');
    add('requests', 'http');
    add('drain', 'readiness');
    add('sockets', 'hub');
    add('outbox', 'relay');
    expect(await shutdown.run('SIGTERM')).toBe(true);
    expect(order).toEqual(['readiness', 'hub', 'http', 'flush outbox', 'relay', 'postgres']);
  });

  it('passes over a hook that fails or never ends', async () => {
    const { shutdown, order, add } = recording();
    add('sockets', 'stuck', () => new Promise(() => {}));
    add('requests', 'broken', () => {
      throw new Error('no');
    });
    add('storage', 'postgres');
    expect(await shutdown.run('SIGTERM')).toBe(false);
    expect(order).toEqual(['stuck', 'broken', 'postgres']);
  });

  it('runs once', async () => {
    const { shutdown, order, add } = recording();
    add('drain', 'readiness');
    await Promise.all([shutdown.run('SIGTERM'), shutdown.run('SIGINT')]);
    expect(order).toEqual(['readiness']);
  });
});

describe('stopOnSignals', () => {
  const source = () => {
    const emitter = new EventEmitter();
    const codes: number[] = [];
    let exited: () => void;
    const exit = new Promise<void>((resolve) => {
      exited = resolve;
    });
    return {
      codes,
      exit,
      emitter,
      signals: {
        on: (signal: string, listener: () => void) => emitter.on(signal, listener),
        off: (signal: string, listener: () => void) => emitter.off(signal, listener),
        exit: (code: number) => {
          codes.push(code);
          exited();
        },
      },
    };
  };

  it('exits with 0 after an orderly stop', async () => {
    const { signals, emitter, codes, exit } = source();
    stopOnSignals(createShutdown(createSilentLogger()), signals);
    emitter.emit('SIGTERM');
    await exit;
    expect(codes).toEqual([0]);
  });

  it('exits with 1 when something did not stop', async () => {
    const { shutdown, add } = recording();
    add('storage', 'stuck', () => new Promise(() => {}));
    const { signals, emitter, codes, exit } = source();
    stopOnSignals(shutdown, signals);
    emitter.emit('SIGINT');
    await exit;
    expect(codes).toEqual([1]);
  });

  it('exits at once on the second signal', () => {
    const { shutdown, add } = recording();
    add('requests', 'slow', () => new Promise(() => {}));
    const { signals, emitter, codes } = source();
    stopOnSignals(shutdown, signals);
    emitter.emit('SIGINT');
    emitter.emit('SIGINT');
    expect(codes).toEqual([130]);
  });

  it('takes its listeners away again', () => {
    const { signals, emitter } = source();
    stopOnSignals(createShutdown(createSilentLogger()), signals)();
    expect(emitter.eventNames()).toEqual([]);
  });
});
