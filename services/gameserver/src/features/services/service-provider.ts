import type { ServiceView } from '@sw/contracts';
import type { StationCounter } from '@sw/rules';
import type { Deps } from '../../deps.ts';
import type { Guest } from './visit.ts';

/** Draws one service of a station for one guest. */
export type ServiceProvider = (deps: Deps, guest: Guest, nowMs: number) => Promise<ServiceView> | ServiceView;

/** The counters the game draws; a station may offer others that have screens of their own only. */
export type ServiceProviders = Readonly<Partial<Record<StationCounter, ServiceProvider>>>;
