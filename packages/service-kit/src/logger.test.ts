import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLogger, createSilentLogger } from './logger.ts';

const collect = () => {
  const lines: string[] = [];
  return { lines, write: (line: string) => void lines.push(line) };
};

describe('createLogger', () => {
  it('writes one JSON object a line with service, level as a word and time', () => {
    const stream = collect();
    createLogger({ service: 'gameserver', level: 'info', destination: stream }).info(
      { port: 8080 },
      'server.listening',
    );
    expect(JSON.parse(stream.lines[0]!)).toMatchObject({
      service: 'gameserver',
      level: 'info',
      port: 8080,
      msg: 'server.listening',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    });
  });

  it('carries context in child loggers and redacts it too', () => {
    const stream = collect();
    const log = createLogger({ service: 's', level: 'info', destination: stream });
    log.child({ requestId: 'r1', token: 'hush-hush' }).warn('x');
    expect(JSON.parse(stream.lines[0]!)).toMatchObject({
      requestId: 'r1',
      token: '[redacted]',
      level: 'warn',
    });
  });

  it('redacts what hangs on an error', () => {
    const stream = collect();
    const error = Object.assign(new Error('failed'), {
      request: { headers: { authorization: 'Bearer hush' } },
    });
    createLogger({ service: 's', level: 'info', destination: stream }).error({ err: error }, 'x');
    expect(stream.lines[0]).toContain('failed');
    expect(stream.lines[0]).not.toContain('hush');
  });

  it('leaves out lines below its level', () => {
    const stream = collect();
    createLogger({ service: 's', level: 'warn', destination: stream }).info('quiet');
    expect(stream.lines).toEqual([]);
  });

  it('writes to a file in a folder that did not exist', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sw-log-'));
    try {
      const file = join(folder, 'logs', 'server.log');
      createLogger({ service: 's', level: 'info', destination: { file } }).info('to.file');
      expect(readFileSync(file, 'utf8')).toContain('to.file');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('has a silent kind', () => {
    expect(createSilentLogger().isLevelEnabled('fatal')).toBe(false);
  });
});
