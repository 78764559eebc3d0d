import { createPublicKey } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { attachmentBody, regionCertificate } from '@sw/contracts/internal';
import { createServiceVerifier, readPublicKey } from '@sw/service-kit';

export interface StrictHub {
  readonly url: string;
  /** Regions that are attached, with what they were attached with. */
  readonly attached: Map<string, { readonly endpoint: string; readonly sectors: number }>;
  close(): Promise<void>;
}

/**
 * A hub that believes nobody: every call needs a token of the manager, certificates and bodies are held against the
 * contract, and an attachment is refused unless the region answers at the address it names.
 */
export const startStrictHub = async (
  managerPem: string,
  certificates: ReadonlyMap<string, unknown>,
): Promise<StrictHub> => {
  const attached: StrictHub['attached'] = new Map();
  const managerKey = readPublicKey('MANAGER', managerPem);
  const verify = createServiceVerifier({
    audience: 'internal',
    keyOf: (issuer) => (issuer === 'region-manager' ? managerKey : undefined),
  });

  const answer = async (method: string, url: string, token: string, body: string) => {
    await verify(token, Date.now());
    const { groups } =
      /^\/api\/v1\/internal\/regions\/(?<name>[a-z0-9-]+)(?<rest>\/attachment)?$/.exec(url) ?? {};
    const name = groups?.['name'] ?? '';
    const certificate = certificates.get(name);
    if (certificate === undefined) return { status: 404, reply: { code: 'not_found' } };
    if (method === 'GET') return { status: 200, reply: regionCertificate.parse(certificate) };
    if (method === 'DELETE') {
      attached.delete(name);
      return { status: 200, reply: { status: 'terminated', link: null } };
    }
    const attachment = attachmentBody.parse(JSON.parse(body));
    createPublicKey(attachment.servicePublicKey);
    const health = await fetch(`${attachment.endpoint}/api/v1/status`);
    const status = (await health.json()) as { readonly role?: string; readonly region?: string };
    if (status.role !== 'region' || status.region !== name)
      return { status: 409, reply: { code: 'invalid_state' } };
    attached.set(name, attachment);
    return { status: 200, reply: { status: 'active', link: null } };
  };

  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const token = (request.headers.authorization ?? '').replace('Bearer ', '');
      answer(request.method ?? '', request.url ?? '', token, Buffer.concat(parts).toString()).then(
        ({ status, reply }) => response.writeHead(status, JSON_TYPE).end(JSON.stringify(reply)),
        (error: unknown) => response.writeHead(400, JSON_TYPE).end(JSON.stringify({ code: String(error) })),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, attached, close };
};

const JSON_TYPE = { 'content-type': 'application/json' };
