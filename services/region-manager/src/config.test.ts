import { describe, expect, it } from 'vitest';
import { loadConfig } from './config.ts';
import { createTestKeys, testEnvironment } from './testing/test-settings.ts';

const keys = createTestKeys();
const url = 'postgres://admin:f8Kq2@127.0.0.1:5432/hub';
const load = (more: Record<string, string | undefined> = {}) => loadConfig(testEnvironment(keys, url, more));

describe('the settings of a manager', () => {
  it('have the defaults of the rule book', () => {
    expect(load()).toMatchObject({
      driver: { kind: 'docker', engine: { host: 'socket-proxy', port: 2375 }, network: 'regional-network' },
      monitorIntervalMs: 30_000,
      isAutoScaling: true,
      thresholds: { upCpuPct: 80, upMemoryPct: 85, downCpuPct: 20, downMemoryPct: 30 },
      defaults: { cpuCores: 2, memoryGb: 4, diskGb: 20 },
      max: { cpuCores: 8, memoryGb: 16, diskGb: 100 },
      budget: { cpuCores: Number.POSITIVE_INFINITY },
      readyTimeoutMs: 120_000,
      terminationNoticeMs: 600_000,
      maxTotalRegions: 100,
    });
  });

  it('derive the key of secrets from the service key unless it is set', () => {
    expect(load().encryptionKey).toEqual(load().encryptionKey);
    const own = Buffer.alloc(32, 7).toString('base64');
    expect(load({ DATA_ENCRYPTION_KEY: own }).encryptionKey).toEqual(Buffer.alloc(32, 7));
  });

  it.each([
    [{ REGION_DRIVER: 'kubernetes' }, 'REGION_DRIVER: must be docker, process or swarm'],
    [{ REGION_IMAGE_DIGEST: undefined }, 'needs REGION_IMAGE_DIGEST'],
    [{ REGION_IMAGE_DIGEST: 'latest' }, 'REGION_IMAGE_DIGEST'],
    [{ REGION_IMAGE_ALLOWED: 'latest' }, 'REGION_IMAGE_ALLOWED must list digests'],
    [{ DOCKER_HOST: 'ssh://root@host' }, 'DOCKER_HOST must be'],
    [{ REGION_DRIVER: 'process', REGION_PORT_RANGE: '9000-8000' }, 'REGION_PORT_RANGE'],
    [{ REGION_DRIVER: 'process', REGION_PORT_RANGE: '0080-8000' }, 'REGION_PORT_RANGE'],
    [{ NEXUS_URL: 'ftp://hub' }, 'NEXUS_URL'],
    [{ JWT_PUBLIC_KEY: keys.manager.privatePem }, 'JWT_PUBLIC_KEY must hold a public key'],
    [{ SERVICE_KEY: 'nonsense' }, 'SERVICE_KEY_FILE must hold a private key'],
    [{ SERVICE_KEY: undefined }, 'SERVICE_KEY is missing'],
    [{ DATA_ENCRYPTION_KEY: 'short' }, 'DATA_ENCRYPTION_KEY must be 32 bytes'],
    [{ SCALE_DOWN_CPU: '90' }, 'SCALE_DOWN_* must be below'],
    [{ ENVIRONMENT: 'production', DB_SUPERUSER_PASSWORD: 'changeme' }, 'DB_SUPERUSER_PASSWORD is a sample'],
    [{ ENVIRONMENT: 'development', HOST: '0.0.0.0' }, 'HOST must be a loopback'],
  ])('are refused in one sentence: %j', (more, sentence) => {
    expect(() => load(more)).toThrow(sentence);
  });

  it('never show a secret when they are refused', () => {
    try {
      load({ SERVICE_KEY: keys.manager.privatePem.slice(0, 60), REGION_DRIVER: 'process' });
      expect.unreachable();
    } catch (error) {
      expect(String(error)).not.toContain(keys.manager.privatePem.slice(30, 50));
    }
  });
});
