import type { KeyObject } from 'node:crypto';
import { generateKeyPairSync } from 'node:crypto';
import type { Environment } from '@sw/service-kit';

/** Key pairs of one test run: the manager's and the hub's. */
export interface TestKeys {
  readonly manager: {
    readonly privateKey: KeyObject;
    readonly publicPem: string;
    readonly privatePem: string;
  };
  readonly hub: { readonly privateKey: KeyObject; readonly publicPem: string };
}

const pair = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privateKey,
    privatePem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
};

export const createTestKeys = (): TestKeys => ({ manager: pair(), hub: pair() });

/** Settings of a manager over a test database, for the Docker driver unless told otherwise. */
export const testEnvironment = (
  keys: TestKeys,
  databaseUrl: string,
  more: Environment = {},
): Record<string, string | undefined> => {
  const url = new URL(databaseUrl);
  return {
    ENVIRONMENT: 'test',
    PORT: '0',
    METRICS_PORT: '0',
    LOG_LEVEL: 'error',
    DATABASE_URL: databaseUrl,
    NEXUS_URL: 'http://127.0.0.1:9',
    JWT_PUBLIC_KEY: keys.hub.publicPem,
    SERVICE_KEY: keys.manager.privatePem,
    DB_HOST: url.hostname,
    DB_PORT: url.port,
    DB_SUPERUSER: decodeURIComponent(url.username),
    DB_SUPERUSER_PASSWORD: decodeURIComponent(url.password),
    MAX_REGIONS_PER_USER: '100',
    REGION_IMAGE_DIGEST: `sha256:${'a'.repeat(64)}`,
    ...more,
  };
};
