import type { ServiceView } from '@sw/contracts';
import type { StationService } from '@sw/rules';
import type { Deps } from '../../deps.ts';
import type { Guest } from './visit.ts';

/** Draws one service of a station for one guest. */
export type ServiceProvider = (deps: Deps, guest: Guest, nowMs: number) => Promise<ServiceView> | ServiceView;

/** The services the game has a counter for; a station may offer others that have screens of their own only. */
export type ServiceProviders = Readonly<Partial<Record<StationService, ServiceProvider>>>;
