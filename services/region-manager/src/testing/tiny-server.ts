/**
 * Stands in for the game server in tests of drivers: `serve` answers with what it was started with, `migrate` ends
 * well, `generate` ends badly when its certificate says so. It imports nothing, so that it runs in any image.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [, , command = 'serve'] = process.argv;
const secret = (name: string): string => readFileSync(process.env[`${name}_FILE`] ?? '', 'utf8');
if (command === 'migrate') {
  process.stdout.write(`migrated ${process.env['REGION_NAME'] ?? ''}\n`);
} else if (command === 'generate') {
  process.stderr.write('ENOSPC: no space left on device\n');
  process.exitCode = secret('REGION_CERTIFICATE').includes('"broken":true') ? 3 : 0;
} else {
  const ballast: Buffer[] = [];
  const server = createServer((request, response) => {
    if (request.url === '/grow') ballast.push(Buffer.alloc(32 * 1024 * 1024, 1));
    if (request.url === '/burn') {
      const endMs = performance.now() + 300;
      while (performance.now() < endMs);
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end(
      JSON.stringify({
        pid: process.pid,
        name: process.env['REGION_NAME'],
        secret: secret('DATABASE_URL'),
        variables: Object.keys(process.env),
        values: Object.values(process.env),
        uid: process.getuid?.(),
      }),
    );
  });
  server.listen(Number(process.env['PORT']), process.env['HOST']);
  process.on('SIGTERM', () => {
    server.close();
    server.closeAllConnections();
  });
}
