import { createServer } from 'node:net';
import type { Environment } from '@sw/service-kit';
import { StartupError } from '@sw/service-kit';

/** Port 0 means any free one; it must be known before the allowed origins are. */
export const portFor = async (env: Environment): Promise<number> => {
  const wanted = env['PORT'] === undefined || env['PORT'] === '' ? 8080 : Number(env['PORT']);
  if (wanted !== 0) return wanted;
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 8080));
    });
  });
};

/**
 * Listens, or says in one sentence why not.
 *
 * @throws StartupError when the port is taken or not allowed.
 */
export const listen = async (
  app: { listen(options: { host: string; port: number }): Promise<string> },
  host: string,
  port: number,
): Promise<void> => {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === 'EADDRINUSE') {
      throw new StartupError(
        `Port ${port} is in use by another process; stop it or set PORT to another number.`,
        { cause: error },
      );
    }
    if (code === 'EACCES') {
      throw new StartupError(
        `Port ${port} needs rights this user does not have; set PORT to a number above 1023.`,
        { cause: error },
      );
    }
    throw error;
  }
};
