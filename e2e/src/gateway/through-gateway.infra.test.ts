import { readFileSync } from 'node:fs';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { needsBinaries } from '@sw/test-kit';
import type { Gateway } from '@sw/test-kit/gateway';
import { freePort, startGateway } from '@sw/test-kit/gateway';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPlayer } from '../players/sign-up.ts';
import { signUpPlayer } from '../players/sign-up.ts';
import type { Stack } from '../stack/start-stack.ts';
import { startStack } from '../stack/start-stack.ts';

const needs = needsBinaries('nginx', 'envsubst', 'openssl');
const START_LIMIT_MS = 180_000;

describe.skipIf(needs.isMissing)(`the game through the gateway${needs.note}`, () => {
  const certificates = getCACertificates('default');
  let stack: Stack;
  let gateway: Gateway;
  let origin: string;
  let player: TestPlayer;

  beforeAll(async () => {
    const httpsPort = await freePort();
    origin = `https://localhost:${httpsPort}`;
    stack = await startStack({ FRONTEND_URL: origin, TRUSTED_PROXIES: '127.0.0.1' });
    const upstream = stack.origin.replace('http://localhost', '127.0.0.1');
    gateway = await startGateway({
      HTTPS_LISTEN: `127.0.0.1:${httpsPort}`,
      GAMESERVER_UPSTREAM: upstream,
      PLAYER_CLIENT_UPSTREAM: upstream,
      ADMIN_UI_UPSTREAM: upstream,
    });
    setDefaultCACertificates([...certificates, readFileSync(`${gateway.folder}/self-signed.pem`, 'utf8')]);
    player = await signUpPlayer(origin, 'Gatewright');
  }, START_LIMIT_MS);
  afterAll(async () => {
    setDefaultCACertificates(certificates);
    await gateway?.stop();
    await stack?.dispose();
  });

  const openSocket = async (from: string) => {
    const { ticket } = await player.api.createSocketTicket();
    // Browsers send where a page came from by themselves.
    const socket = new WebSocket(`${origin.replace('https', 'wss')}/api/v1/ws/connect`, {
      headers: { origin: from },
    } as unknown as string);
    return new Promise<string>((resolve) => {
      socket.addEventListener('open', () =>
        socket.send(JSON.stringify({ v: 1, type: 'auth', ref: '1', data: { ticket } })),
      );
      socket.addEventListener('message', ({ data }) => {
        socket.close();
        resolve((JSON.parse(String(data)) as { type: string }).type);
      });
      socket.addEventListener('error', () => resolve('refused'));
    });
  };

  it('answers over TLS with the headers of the API', async () => {
    const { status, headers } = await fetch(`${origin}/api/v1/status`);
    expect(status).toBe(200);
    expect(headers.get('strict-transport-security')).toContain('max-age');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
  });

  it('serves the page with its policy, and the documentation of the API with its own', async () => {
    const page = await fetch(`${origin}/`, { headers: { accept: 'text/html' } });
    expect(await page.text()).toContain('<div id="root">');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    const docs = await fetch(`${origin}/api/v1/docs`);
    expect(docs.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
  });

  it('opens a socket for its own pages and for no others', async () => {
    expect(await openSocket(origin)).toBe('session.welcome');
    expect(await openSocket('https://evil.example')).toBe('refused');
  });

  it(
    'is told a problem while the server is gone, and plays on when it is back',
    async () => {
      await stack.killServer();
      const gone = await fetch(`${origin}/api/v1/status`);
      expect(gone.status).toBe(503);
      expect(await gone.json()).toMatchObject({ code: 'dependency_unavailable' });
      await stack.startServer();
      expect((await fetch(`${origin}/api/v1/status`)).status).toBe(200);
      expect(await openSocket(origin)).toBe('session.welcome');
    },
    START_LIMIT_MS,
  );
});
