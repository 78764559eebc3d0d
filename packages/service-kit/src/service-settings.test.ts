import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readConfig } from './config.ts';
import { resolveHost, serviceSettings } from './service-settings.ts';

const schema = z.object(serviceSettings);

describe('settings every service shares', () => {
  it('has the defaults of the rule book', () => {
    expect(readConfig(schema, {})).toEqual({
      ENVIRONMENT: 'production',
      PORT: 8080,
      LOG_LEVEL: 'info',
      METRICS_PORT: 9464,
      METRICS_HOST: '127.0.0.1',
    });
  });

  it('takes the host of the environment unless HOST is set', () => {
    expect(resolveHost(readConfig(schema, { ENVIRONMENT: 'development' }))).toBe('127.0.0.1');
    expect(resolveHost(readConfig(schema, {}))).toBe('0.0.0.0');
    expect(resolveHost(readConfig(schema, { HOST: '10.0.0.4' }))).toBe('10.0.0.4');
  });

  it('refuses an unknown log level by name', () => {
    expect(() => readConfig(schema, { LOG_LEVEL: 'loud' })).toThrow(/LOG_LEVEL: must be one of fatal, error/);
  });
});
