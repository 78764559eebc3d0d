import { findEmbedded } from '@sw/db';
import type { Variables } from '../standalone/environment.ts';
import { dataFolder } from '../standalone/environment.ts';

export interface RunningServer {
  /** Origin, e.g. `http://localhost:8080`. */
  readonly url: string;
  readonly databaseUrl: string;
}

const DEFAULT_PORT = 8080;
const ANSWER_WITHIN_MS = 5_000;

const answers = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/api/v1/status`, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) })).ok;
  } catch {
    return false;
  }
};

/**
 * The server to play on: named by `url` and DATABASE_URL, or the standalone one that runs from the
 * data folder. Throws one sentence that says what to do when there is none.
 */
export const findRunningServer = async (env: Variables, url: string | undefined): Promise<RunningServer> => {
  const found = findEmbedded(dataFolder(env));
  const databaseUrl = env['DATABASE_URL'] || found?.databaseUrl;
  if (databaseUrl === undefined) {
    throw new Error(
      'No server is running here: start one with "npm start", or set DATABASE_URL and give --url.',
    );
  }
  const origin = url ?? found?.url ?? `http://127.0.0.1:${env['PORT'] || DEFAULT_PORT}`;
  if (await answers(origin)) return { url: origin, databaseUrl };
  throw new Error(`No server answers at ${origin}: start one with "npm start", or name it with --url.`);
};
