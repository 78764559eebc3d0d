import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { credits } from '../primitives.ts';
import { playerState } from './player.ts';

export const getFirstLogin = endpoint({
  id: 'firstLogin.get',
  method: 'GET',
  path: '/first-login',
  summary: 'How far the first login is, what it grants, and whether a dialogue leads through it.',
  auth: 'user',
  rateClass: 'read',
  idempotency: 'none',
  status: 200,
  tag: 'first-login',
  reply: z.object({
    state: z.enum(['not_started', 'in_progress', 'completed']),
    dialogue: z.boolean(),
    suggestedCallsign: z.string(),
    grant: z.object({
      credits,
      shipType: z.string(),
      cargoCapacity: z.int(),
      stationName: z.string(),
      sectorNumber: z.int(),
      regionTitle: z.string(),
    }),
  }),
  errors: ['galaxy_not_ready'],
});

export const completeFirstLogin = endpoint({
  id: 'firstLogin.complete',
  method: 'POST',
  path: '/first-login/complete',
  summary: 'Choose callsign and ship name; grants the bound Light Freighter and the starting credits once.',
  auth: 'user',
  rateClass: 'action',
  idempotency: 'required',
  status: 200,
  tag: 'first-login',
  body: z.strictObject({
    callsign: z
      .string()
      .min(3)
      .max(20)
      .regex(/^[A-Za-z0-9_-]+$/),
    shipName: z.string().min(3).max(32),
  }),
  reply: playerState,
  errors: ['callsign_blocked', 'callsign_taken', 'wrong_state', 'galaxy_not_ready', 'busy'],
});
