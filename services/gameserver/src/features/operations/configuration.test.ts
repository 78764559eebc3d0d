import { expect, it } from 'vitest';
import { listSettings } from './configuration.ts';

it('lists settings by name, nested ones under their path', () => {
  expect(
    listSettings({ port: 80, list: ['a', 'b'], none: undefined, regional: { regionName: 'kepler' } }),
  ).toEqual([
    { name: 'list', value: 'a, b', isSecret: false },
    { name: 'none', value: null, isSecret: false },
    { name: 'port', value: '80', isSecret: false },
    { name: 'regional.regionName', value: 'kepler', isSecret: false },
  ]);
});

it('shows of a secret whether it is set, and of an address no password', () => {
  const text = JSON.stringify(
    listSettings({
      jwtSecret: 'hunter2',
      adminPassword: undefined,
      serviceKey: { d: 'hunter2' },
      regional: { jwtPublicKey: 'hunter2' },
      redisUrl: 'redis://user:hunter2@cache:6379/0',
    }),
  );
  expect(text).not.toContain('hunter2');
  expect(text).toContain('redis://…@cache:6379/0');
  expect(text).toContain('{"name":"adminPassword","value":null,"isSecret":true}');
});
