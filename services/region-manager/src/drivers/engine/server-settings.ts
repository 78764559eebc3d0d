import { createHash } from 'node:crypto';
import type { ServerSpec } from '../driver.ts';

/** Where secrets lie in a container, one file each. */
export const SECRETS_FOLDER = '/run/secrets';
export const DATA_FOLDER = '/data';
/** The account the image runs as; it owns the secrets. */
export const ACCOUNT = { uid: 1000, gid: 1000 } as const;
export const USER = `${ACCOUNT.uid}:${ACCOUNT.gid}`;
export const PORT = 8080;
const METRICS_PORT = 9464;

const BYTES_PER_GB = 1024 ** 3;
const NANOS_PER_CORE = 1e9;
export const PIDS_LIMIT = 256;
/** Share of its memory a server may use for its heap; the rest is for buffers and code. */
const HEAP_SHARE = 0.75;
const MIB_PER_GB = 1024;

export const nanoCpus = ({ resources }: ServerSpec): number =>
  Math.round(resources.cpuCores * NANOS_PER_CORE);
export const memoryBytes = ({ resources }: ServerSpec): number => resources.memoryGb * BYTES_PER_GB;

/** Settings as a container is given them; secrets by the files they lie in. */
export const environmentOf = (spec: ServerSpec): string[] =>
  Object.entries({
    ...spec.env,
    HOST: '0.0.0.0',
    PORT: String(PORT),
    METRICS_HOST: '0.0.0.0',
    METRICS_PORT: String(METRICS_PORT),
    NODE_OPTIONS: `--max-old-space-size=${Math.floor(spec.resources.memoryGb * MIB_PER_GB * HEAP_SHARE)}`,
    ...Object.fromEntries(
      Object.keys(spec.secrets).map((name) => [`${name}_FILE`, `${SECRETS_FOLDER}/${name}`]),
    ),
  }).map(([name, value]) => `${name}=${value}`);

/** Everything but resources, which a running server can be given anew. */
export const settingsHash = (spec: ServerSpec, image: string): string =>
  createHash('sha256')
    .update(JSON.stringify([image, spec.env, spec.secrets]))
    .digest('hex');
