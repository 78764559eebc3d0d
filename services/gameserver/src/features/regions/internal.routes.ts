import { createPublicKey } from 'node:crypto';
import { INTERNAL_ENDPOINTS } from '@sw/contracts/internal';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import type { ServiceCaller } from '../../http/caller.ts';
import type { Registrar } from '../../http/register.ts';
import { attachRegion } from './attach-region.service.ts';
import { readCertificate } from './certificate.service.ts';
import { takeCounters } from './counters.service.ts';
import { detachRegion } from './detach-region.service.ts';
import { findRegion } from './region.repository.ts';
import { presentLink } from './region-orders.presenter.ts';

/** Binds what region-manager and regional servers ask and tell. */
export const registerInternalRegionRoutes = ({ bind, deps }: Registrar): void => {
  bind(INTERNAL_ENDPOINTS.getRegionCertificate, ({ caller, params }) => {
    assertOwn(caller, params.name);
    return readCertificate(deps, params.name);
  });
  bind(INTERNAL_ENDPOINTS.putRegionAttachment, async ({ params, body, nowMs }) => {
    assertKey(body.servicePublicKey);
    await attachRegion(deps, params.name, body, nowMs);
    return readAttachment(deps, params.name);
  });
  bind(INTERNAL_ENDPOINTS.deleteRegionAttachment, async ({ params, nowMs }) => {
    await detachRegion(deps, params.name, nowMs);
    return readAttachment(deps, params.name);
  });
  bind(INTERNAL_ENDPOINTS.postRegionCounters, ({ caller, params, body, nowMs }) => {
    assertOwn(caller, params.name);
    return takeCounters(deps, params.name, body, nowMs);
  });
};

/** A region speaks for itself only: any other one is not to be known. */
const assertOwn = ({ issuer }: ServiceCaller, name: string): void => {
  if (issuer.startsWith('region:') && issuer !== `region:${name}`) throw new AppError('not_found');
};

/** What would be no key when the region calls is refused when it is named. */
const assertKey = (pem: string): void => {
  try {
    if (createPublicKey(pem).asymmetricKeyType === 'ed25519') return;
  } catch {
    // Not a key at all.
  }
  const errors = [{ path: '/servicePublicKey', code: 'not_a_key', message: 'not an Ed25519 public key' }];
  throw new AppError('validation_failed', {}, { errors });
};

const readAttachment = async (deps: Deps, name: string) => {
  const [region] = await findRegion(deps.db.sql, name);
  if (region === undefined) throw new AppError('not_found');
  return { status: region.status, link: presentLink(deps.atlas(), region) };
};
