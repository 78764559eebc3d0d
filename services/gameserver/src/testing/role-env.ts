import { generateKeyPairSync } from 'node:crypto';

/** The settings of a regional server with keys of this run: nothing of it opens anything elsewhere. */
export const regionEnv = (
  hubPublicKey: string = newKeys().publicPem,
  serviceKey: string = newKeys().privatePem,
): Readonly<Record<string, string>> => ({
  SERVICE_ROLE: 'region',
  REGION_NAME: 'kepler',
  JWT_PUBLIC_KEY: hubPublicKey,
  NEXUS_URL: 'http://127.0.0.1:1',
  SERVICE_KEY: serviceKey,
  JWT_SECRET: 'rG7p-only-of-this-region-Xw2KdVn8LqTz4',
});

/** A new Ed25519 pair as PEM. */
export const newKeys = (): { readonly privatePem: string; readonly publicPem: string } => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privatePem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
};
