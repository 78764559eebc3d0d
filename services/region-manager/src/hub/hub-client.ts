import type { Certificate } from '../store/region-row.ts';

/** What the hub is told when a region can be reached: from then on players see it. */
export interface Attachment {
  readonly endpoint: string;
  readonly gatewaySectorNumber: number;
  readonly sectors: number;
  readonly servicePublicKey: string;
  readonly instanceVersion?: string;
}

/** The part of a certificate the manager itself acts on; the rest is for the game server. */
export interface RegionCertificate extends Certificate {
  readonly name: string;
  readonly sectorCount: number;
  readonly ownerUserId: string | null;
  readonly entitled: boolean;
}

/** Calls of the manager to the hub (rule book, platform 9.4). Failures are `StepFailure`s. */
export interface HubClient {
  /** @throws StepFailure `not_entitled` when the hub knows no such region. */
  certificate(name: string, signal: AbortSignal): Promise<RegionCertificate>;
  attach(name: string, attachment: Attachment, signal: AbortSignal): Promise<void>;
  /** Takes the link down and brings everybody out; a region the hub does not know is detached. */
  detach(name: string, signal: AbortSignal): Promise<void>;
}
