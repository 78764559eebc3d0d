import { resolve } from 'node:path';
import { StartupError } from '@sw/service-kit';

interface RawDriverSettings {
  readonly REGION_DRIVER: 'docker' | 'process' | 'swarm';
  readonly REGION_STATE_DIR: string;
  readonly REGION_PORT_RANGE: string;
  readonly REGION_IMAGE: string;
  readonly REGION_IMAGE_DIGEST?: string | undefined;
  readonly REGION_IMAGE_ALLOWED: readonly string[];
  readonly REGION_NETWORK: string;
  readonly DOCKER_HOST: string;
}

export interface ProcessDriverConfig {
  readonly kind: 'process';
  /** Files of the servers: their logs, keys and process ids. */
  readonly stateDir: string;
  readonly ports: { readonly first: number; readonly last: number };
}

export interface EngineDriverConfig {
  readonly kind: 'docker' | 'swarm';
  readonly engine: { readonly socketPath: string } | { readonly host: string; readonly port: number };
  readonly image: string;
  readonly digest: string;
  /** Digests regions may run, the default one among them. */
  readonly allowedDigests: ReadonlySet<string>;
  readonly network: string;
}

export type DriverConfig = ProcessDriverConfig | EngineDriverConfig;

const DIGEST = /^sha256:[0-9a-f]{64}$/;
const LOWEST_PORT = 1024;

/**
 * What the chosen driver needs.
 *
 * @throws StartupError when it lacks something.
 */
export const readDriverConfig = (raw: RawDriverSettings): DriverConfig =>
  raw.REGION_DRIVER === 'process' ? readProcess(raw) : readEngine(raw, raw.REGION_DRIVER);

const readProcess = (raw: RawDriverSettings): ProcessDriverConfig => {
  const [first = 0, last = 0] = raw.REGION_PORT_RANGE.split('-').map(Number);
  if (first < LOWEST_PORT || last > 65_535 || first > last) {
    throw new StartupError('REGION_PORT_RANGE must lie between 1024 and 65535, the lower port first.');
  }
  return { kind: 'process', stateDir: resolve(raw.REGION_STATE_DIR), ports: { first, last } };
};

const readEngine = (raw: RawDriverSettings, kind: 'docker' | 'swarm'): EngineDriverConfig => {
  const digest = raw.REGION_IMAGE_DIGEST;
  if (digest === undefined) {
    throw new StartupError(`REGION_DRIVER=${kind} needs REGION_IMAGE_DIGEST, the image regions run.`);
  }
  const unusable = raw.REGION_IMAGE_ALLOWED.find((entry) => !DIGEST.test(entry));
  if (unusable !== undefined) {
    throw new StartupError('REGION_IMAGE_ALLOWED must list digests: sha256: and 64 hexadecimal digits.');
  }
  return {
    kind,
    engine: readEngineAddress(raw.DOCKER_HOST),
    image: raw.REGION_IMAGE,
    digest,
    allowedDigests: new Set([digest, ...raw.REGION_IMAGE_ALLOWED]),
    network: raw.REGION_NETWORK,
  };
};

const readEngineAddress = (address: string): EngineDriverConfig['engine'] => {
  if (address.startsWith('unix:///')) return { socketPath: address.slice('unix://'.length) };
  const { groups } = /^tcp:\/\/(?<host>[^:/]+):(?<port>\d{1,5})$/.exec(address) ?? {};
  if (groups === undefined) throw new StartupError('DOCKER_HOST must be tcp://host:port or unix:///path.');
  return { host: groups['host'] ?? '', port: Number(groups['port']) };
};
