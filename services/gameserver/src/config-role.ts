import type { KeyObject } from 'node:crypto';
import { canonicalOrigin, readPrivateKey, readPublicKey, StartupError } from '@sw/service-kit';
import { z } from 'zod';

/** What a game server is to the others (rule book, platform 1): all in one, the hub, or the world of one region. */
export const ROLES = ['standalone', 'nexus', 'region'] as const;
export type ServiceRole = (typeof ROLES)[number];

/** The variables that say which role a server has and how it is tied to the others. */
export const roleSettings = {
  SERVICE_ROLE: z.enum(ROLES, 'must be standalone, nexus or region').default('standalone'),
  REGION_NAME: z
    .string()
    .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'must be lower-case letters, digits and single hyphens')
    .max(32, 'must have at most 32 characters')
    .optional(),
  JWT_PUBLIC_KEY: z.string().optional(),
  NEXUS_URL: z.string().optional(),
  SERVICE_KEY: z.string().optional(),
  REGION_CERTIFICATE: z.string().optional(),
  REGION_MANAGER_PUBLIC_KEY: z.string().optional(),
  PUBLIC_REGION_BASE: z.string().min(1).default('/api/v1/regions/{name}'),
};

/** How the server of a region is tied to the hub. */
export interface RegionalSettings {
  readonly regionName: string;
  /** Verifies what the hub signed: tokens of users and calls of the hub. */
  readonly hubKey: KeyObject;
  /** Base address of the hub, without a path. */
  readonly nexusUrl: string;
  /** Signs calls to the hub. */
  readonly serviceKey: KeyObject;
  /** What its world is made of, when whoever started the server said so; else the hub is asked. */
  readonly certificate: unknown;
}

export interface RoleConfig {
  readonly role: ServiceRole;
  /** Null for servers with hub functions. */
  readonly regional: RegionalSettings | null;
  /** Verifies calls of the region-manager; null without one. */
  readonly managerKey: KeyObject | null;
  /** Base of a regional API as clients reach it; `{name}` and `{endpoint}` stand for the region's. */
  readonly publicRegionBase: string;
}

type RoleVariable = keyof typeof roleSettings;
type RawSettings = Readonly<Record<string, unknown>> & { readonly SERVICE_ROLE: ServiceRole };

const OF_REGIONS = [
  'REGION_NAME',
  'JWT_PUBLIC_KEY',
  'NEXUS_URL',
  'SERVICE_KEY',
] as const satisfies RoleVariable[];
/** What only a server with accounts may be given: a regional one must not even hold it. */
const OF_HUBS = ['ADMIN_USERNAME', 'ADMIN_PASSWORD', 'GALAXY_SEED', 'REGION_MANAGER_PUBLIC_KEY'];
const REQUIRED_OF_NEXUS = ['FRONTEND_URL', 'ADMIN_URL'];
/** As operators set it: the key is a file in every sensible installation. */
const SHOWN: Readonly<Record<string, string>> = { SERVICE_KEY: 'SERVICE_KEY_FILE' };

/**
 * What the role of a server asks of its settings (rule book, platform 12.3).
 *
 * @throws StartupError with one sentence that names what the role lacks, or what it must not be given
 */
export const readRole = (raw: RawSettings): RoleConfig => {
  const role = raw.SERVICE_ROLE;
  const isRegion = role === 'region';
  assertNone(role, raw, isRegion ? OF_HUBS : [...OF_REGIONS, 'REGION_CERTIFICATE']);
  assertAll(role, raw, isRegion ? OF_REGIONS : role === 'nexus' ? REQUIRED_OF_NEXUS : []);
  const managerKey = raw['REGION_MANAGER_PUBLIC_KEY'];
  return {
    role,
    regional: isRegion ? readRegional(raw) : null,
    publicRegionBase: String(raw['PUBLIC_REGION_BASE']).replace(/\/+$/, ''),
    managerKey:
      managerKey === undefined ? null : readPublicKey('REGION_MANAGER_PUBLIC_KEY', String(managerKey)),
  };
};

const readRegional = (raw: RawSettings): RegionalSettings => {
  const nexusUrl = String(raw['NEXUS_URL']);
  if (canonicalOrigin(nexusUrl) === null) {
    throw new StartupError('NEXUS_URL must be an absolute http or https address.');
  }
  return {
    regionName: String(raw['REGION_NAME']),
    hubKey: readPublicKey('JWT_PUBLIC_KEY', String(raw['JWT_PUBLIC_KEY'])),
    nexusUrl: nexusUrl.replace(/\/+$/, ''),
    serviceKey: readPrivateKey('SERVICE_KEY_FILE', String(raw['SERVICE_KEY'])),
    certificate: readCertificate(raw['REGION_CERTIFICATE']),
  };
};

const readCertificate = (text: unknown): unknown => {
  if (typeof text !== 'string') return null;
  try {
    return JSON.parse(text);
  } catch {
    throw new StartupError('REGION_CERTIFICATE must be JSON.');
  }
};

const assertAll = (role: ServiceRole, raw: RawSettings, names: readonly string[]): void => {
  const missing = names.filter((name) => raw[name] === undefined).map((name) => SHOWN[name] ?? name);
  if (missing.length === 0) return;
  throw new StartupError(`SERVICE_ROLE=${role} needs ${missing.join(', ')}.`);
};

const assertNone = (role: ServiceRole, raw: RawSettings, names: readonly string[]): void => {
  const given = names.filter((name) => raw[name] !== undefined).map((name) => SHOWN[name] ?? name);
  if (given.length === 0) return;
  throw new StartupError(`SERVICE_ROLE=${role} must not be given ${given.join(', ')}.`);
};
