/** What the server tells a build at start, so that one build serves every installation. */
export interface RuntimeConfig {
  readonly apiBase: string;
  readonly socketPath: string;
}

const DEFAULTS: RuntimeConfig = { apiBase: '/api/v1', socketPath: '/api/v1/ws/connect' };
const TIMEOUT_MS = 2_000;

const isOwnPath = (value: unknown): value is string =>
  typeof value === 'string' && value.startsWith('/') && !value.startsWith('//');

/** Reads a configuration; only paths of this origin are taken, anything else keeps its default. */
export function readConfig(json: unknown): RuntimeConfig {
  const given = (typeof json === 'object' && json !== null ? json : {}) as Record<string, unknown>;
  return {
    apiBase: isOwnPath(given['apiBase']) ? given['apiBase'].replace(/\/+$/, '') : DEFAULTS.apiBase,
    socketPath: isOwnPath(given['socketPath']) ? given['socketPath'] : DEFAULTS.socketPath,
  };
}

/** Fetches `/config.json`; a missing or broken one is an installation that needs none. */
export async function loadConfig(): Promise<RuntimeConfig> {
  try {
    const response = await fetch('/config.json', { signal: AbortSignal.timeout(TIMEOUT_MS) });
    return readConfig(await response.json());
  } catch {
    return DEFAULTS;
  }
}

/** The socket's address on this page's own host. */
export function socketUrl(config: RuntimeConfig, page: Pick<Location, 'protocol' | 'host'>): string {
  return `${page.protocol === 'https:' ? 'wss:' : 'ws:'}//${page.host}${config.socketPath}`;
}
