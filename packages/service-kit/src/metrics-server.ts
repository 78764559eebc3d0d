import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { Registry } from 'prom-client';
import type { EnvironmentName } from './environment.ts';
import { isPortTaken, listen } from './listen.ts';
import type { Logger } from './logger.ts';
import { StartupError } from './startup-error.ts';

export interface MetricsServer {
  readonly port: number;
  close(): Promise<void>;
}

export interface MetricsServerOptions {
  readonly registry: Registry;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly environment: EnvironmentName;
  readonly logger: Logger;
}

/**
 * Serves `GET /metrics` on a port of its own, never on the public one (rule book, platform 5). In
 * development a taken port is replaced by a free one with a warning, so that two checkouts can run
 * side by side.
 *
 * @throws StartupError when the port is taken outside development.
 */
export const startMetricsServer = async (options: MetricsServerOptions): Promise<MetricsServer> => {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    options.registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': options.registry.contentType }).end(text),
      (error: unknown) => {
        options.logger.error({ err: error }, 'metrics.failed');
        response.writeHead(500).end();
      },
    );
  });
  const port = await bind(server, options);
  return { port, close: () => close(server) };
};

const bind = async (server: Server, options: MetricsServerOptions): Promise<number> => {
  try {
    return await listen(server, options.host, options.port);
  } catch (cause) {
    if (!isPortTaken(cause)) throw cause;
    if (options.environment !== 'development') {
      throw new StartupError(`METRICS_PORT ${options.port} is taken by another process.`, { cause });
    }
    const port = await listen(server, options.host, 0);
    options.logger.warn({ wantedPort: options.port, port }, 'metrics.port_replaced');
    return port;
  }
};

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
