const USER_ID = '0190a000-0000-7000-8000-000000000001';

/** What a sign-in answers. */
export const signedInReply = (accessToken: string, extra: Record<string, unknown> = {}) => ({
  user: {
    id: USER_ID,
    username: 'meridian',
    email: null,
    locale: 'en',
    createdAt: '2102-01-01T00:00:00.000Z',
  },
  accessToken,
  expiresIn: 900,
  mustChangePassword: false,
  ...extra,
});

export const turns = {
  turns: 90,
  cap: 1000,
  ratePerHourX100: 4200,
  multiplierBp: 10_000,
  nextTurnInMs: 1,
  fullAt: null,
};

export const playerStateReply = (rev: number, credits = 5000) => ({
  rev,
  serverTime: '2102-01-01T00:00:00.000Z',
  player: {
    id: '0190a000-0000-7000-8000-000000000002',
    callsign: 'Meridian',
    rankLevel: 0,
    rankPoints: 0,
    reputationTier: 'neutral',
    personalReputation: 0,
    teamId: null,
    teamTag: null,
    firstLoginState: 'completed',
    newcomerUntil: null,
    suspectUntil: null,
    wantedUntil: null,
    ariaTrustLevel: 0,
  },
  turns,
  credits,
  ship: null,
  cargo: [],
  location: null,
  chain: null,
  alerts: [],
});
