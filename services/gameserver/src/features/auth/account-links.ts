import type { GameConfig } from '../../config.ts';

/**
 * A page of the game with a secret for it. Built from `FRONTEND_URL`, never from what a request says of its host (rule
 * book, platform 3.5); the secret stands behind `#`, so that no server on the way writes it into a log.
 */
export const accountLink = (
  config: Pick<GameConfig, 'frontendUrl' | 'port'>,
  path: string,
  token: string,
): string => {
  const base = config.frontendUrl ?? `http://localhost:${config.port}`;
  return `${base.replace(/\/$/, '')}${path}#token=${token}`;
};
