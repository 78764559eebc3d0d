import type { ServiceIssuer } from '@sw/service-kit';

/** Whether this server may play a player: it holds him, he is under way, or another server holds him. */
export type Holding = 'here' | 'leaving' | 'away';

/** Who sent a request, as far as it could be proved. */
export type Caller =
  | { readonly kind: 'anonymous' }
  | ServiceCaller
  | {
      readonly kind: 'player';
      readonly userId: string;
      readonly playerId: string;
      readonly sessionId: string;
      readonly hasCompletedFirstLogin: boolean;
      readonly mustChangePassword: boolean;
      /** When he last proved in full who he is; null when never in this session. */
      readonly provedAtMs: number | null;
      readonly hasSecondFactor: boolean;
      readonly isSuspended: boolean;
      readonly holding: Holding;
    }
  | {
      readonly kind: 'admin';
      readonly userId: string;
      readonly sessionId: string;
      readonly scopes: ReadonlySet<string>;
      readonly mustChangePassword: boolean;
      readonly provedAtMs: number | null;
      readonly hasSecondFactor: boolean;
    };

/** Another service of the installation, proved by its key. */
export interface ServiceCaller {
  readonly kind: 'service';
  readonly issuer: ServiceIssuer;
  readonly scope: string | undefined;
}

export type PlayerCaller = Extract<Caller, { kind: 'player' }>;
export type AdminCaller = Extract<Caller, { kind: 'admin' }>;
export type UserCaller = PlayerCaller | AdminCaller;
