import type { PLAYER_ENDPOINTS, QueryOf, ReplyOf } from '@sw/contracts';
import {
  CLAIMS_WINDOW_MS,
  checkInsurance,
  describeInsurance,
  insurableValue,
  leg,
  nextPolicy,
  payoutOf,
  premiumOf,
} from '@sw/rules';
import type { Deps } from '../../deps.ts';
import { assertAllowed } from '../../http/command.ts';
import { presentAction } from '../../http/present-action.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { RequestContext } from '../../http/request-context.ts';
import { findClaimsSince } from './fleet.repository.ts';
import { presentPolicy } from './present-fleet.ts';
import { readFleet } from './read-fleet.ts';
import { runFleetCommand } from './run-fleet-command.ts';

type Quotes = (typeof PLAYER_ENDPOINTS)['listInsuranceQuotes'];
type Insure = (typeof PLAYER_ENDPOINTS)['insureShip'];

/** What a policy costs and pays for each ship of the player, or for one. */
export const readInsuranceQuotes = async (
  deps: Deps,
  playerId: string,
  { shipId }: QueryOf<Quotes>,
  nowMs: number,
): Promise<ReplyOf<Quotes>> => {
  const state = await readFleet(deps, playerId, nowMs);
  const [claims] = await findClaimsSince(deps.db.sql, playerId, new Date(nowMs - CLAIMS_WINDOW_MS));
  const insured = {
    claimsLately: claims?.n ?? 0,
    personalReputation: state.player.personalReputation,
  };
  return {
    items: [...state.entries.values()]
      .filter(({ row }) => (shipId === undefined ? row.type !== 'escape_pod' : row.id === shipId))
      .map(({ row, ship }) => {
        const value = insurableValue(ship);
        return {
          shipId: row.id,
          name: row.name,
          type: row.type,
          value,
          premium: value === null ? null : premiumOf(value, insured),
          payout: value === null ? null : payoutOf(value),
          claimsLately: insured.claimsLately,
          policy: presentPolicy(ship.policy, nowMs),
          action: presentAction(describeInsurance(ship, state.owner, insured, nowMs)),
        };
      }),
  };
};

/** Insures a ship docked beside the player for 30 days, or renews its policy. */
export const insureShip = (deps: Deps, context: RequestContext<Insure>): Promise<RawReply> =>
  runFleetCommand(
    deps,
    context,
    context.body.shipId,
    async ({ target, owner, player, sql, command, nowMs }) => {
      const [[claims]] = await command.load(
        findClaimsSince(sql, player.id, new Date(nowMs - CLAIMS_WINDOW_MS)),
      );
      const insured = {
        claimsLately: claims?.n ?? 0,
        personalReputation: player.personalReputation,
      };
      assertAllowed(checkInsurance(target.ship, owner, insured, nowMs));
      const value = insurableValue(target.ship) ?? 0n;
      const premium = premiumOf(value, insured);
      const policy = nextPolicy(target.ship.policy, value, nowMs);
      return {
        shipId: target.row.id,
        changed: [
          {
            ...target.row,
            insuredFrom: new Date(policy.fromMs),
            insuredUntil: new Date(policy.untilMs),
            insuredValue: policy.value,
          },
        ],
        legs: leg('wallet', 'BURN', premium, 'insurance_premium'),
        registry: [
          {
            shipId: target.row.id,
            kind: 'insured',
            credits: premium,
            stationId: target.row.stationId,
            name: null,
          },
        ],
      };
    },
    (base) => base,
  );
