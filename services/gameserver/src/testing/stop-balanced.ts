import { expect } from 'vitest';
import { auditLedger } from '../ledger/audit.ts';
import type { TestGame } from './test-game.ts';

/** Stops a test game and demands that its books balance after all that was done in it, refused commands included. */
export const stopBalanced = async (game: TestGame): Promise<void> => {
  const audit = await auditLedger(game.db, game.clock());
  await game.stop();
  expect(audit).toMatchObject({ ok: true, findings: [] });
};
