/** Who sent a request, as far as it could be proved. */
export type Caller =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'player';
      readonly userId: string;
      readonly playerId: string;
      readonly sessionId: string;
      readonly hasCompletedFirstLogin: boolean;
      readonly mustChangePassword: boolean;
      readonly isSuspended: boolean;
    }
  | {
      readonly kind: 'admin';
      readonly userId: string;
      readonly sessionId: string;
      readonly scopes: ReadonlySet<string>;
      readonly mustChangePassword: boolean;
    };

export type PlayerCaller = Extract<Caller, { kind: 'player' }>;
export type AdminCaller = Extract<Caller, { kind: 'admin' }>;
export type UserCaller = PlayerCaller | AdminCaller;
