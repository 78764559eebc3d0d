import { needsBinaries } from '@sw/test-kit';
import { testConfiguration } from '@sw/test-kit/gateway';
import { describe, expect, it } from 'vitest';

const needs = needsBinaries('nginx', 'envsubst', 'openssl');
const BOTH_ROUTINGS = ['local', 'dns'];
const NAMES = ['localhost', 'play.example.org,console.example.org', '*.example.org'];
const RANGES = ['', '10.0.0.0/8,192.0.2.7'];

const combinations = BOTH_ROUTINGS.flatMap((REGION_ROUTING) =>
  NAMES.flatMap((SERVER_NAMES) =>
    RANGES.map((ADMIN_ALLOW_CIDR) => ({ REGION_ROUTING, SERVER_NAMES, ADMIN_ALLOW_CIDR })),
  ),
);

describe.skipIf(needs.isMissing)(`settings of the gateway${needs.note}`, () => {
  it.each(combinations)('nginx takes $REGION_ROUTING, $SERVER_NAMES, $ADMIN_ALLOW_CIDR', async (settings) => {
    expect(await testConfiguration(settings)).toEqual({ exitCode: 0, written: '' });
  });

  it.each([
    [{ ENVIRONMENT: 'staging' }, 'ENVIRONMENT must be'],
    [{ REGION_ROUTING: 'magic' }, 'REGION_ROUTING must be local or dns'],
    [{ SERVER_NAMES: 'a;return 200' }, 'SERVER_NAMES holds a character'],
    [{ GAMESERVER_UPSTREAM: 'a:1;} evil {' }, 'GAMESERVER_UPSTREAM holds a character'],
    [{ ADMIN_ALLOW_CIDR: '10.0.0.0/8$x' }, 'ADMIN_ALLOW_CIDR holds a character'],
    [{ ADMIN_ALLOW_CIDR: 'nobody' }, 'nginx refuses the configuration'],
    [{ HTTPS_PORT: '44x' }, 'must be numbers'],
    [{ GAMESERVER_UPSTREAM: 'no-such-host.invalid:8080' }, 'host not found in upstream'],
    [{ ENVIRONMENT: 'production' }, 'SERVER_NAMES is missing'],
    [{ ENVIRONMENT: 'production', SERVER_NAMES: 'play.example.org' }, 'there is no certificate'],
  ])('%j is refused in one sentence', async (settings, sentence) => {
    const { exitCode, written } = await testConfiguration(settings);
    expect(exitCode).toBe(1);
    expect(written).toContain(sentence);
  });
});
