/**
 * The one registry of error codes: HTTP status, title and the sentence a person reads when no
 * translation is at hand. Clients switch on `code` only; texts may change, codes never do.
 */
interface ErrorDefinition {
  readonly status: 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 428 | 429 | 500 | 503;
  readonly title: string;
  readonly detail: string;
}

const define = <const T extends Record<string, ErrorDefinition>>(table: T): T => table;
const of = (status: ErrorDefinition['status'], title: string, detail: string): ErrorDefinition => ({
  status,
  title,
  detail,
});

/** Codes every endpoint can answer with. */
const protocolErrors = define({
  validation_failed: of(400, 'Request not valid', 'Correct the fields listed in errors and send it again.'),
  malformed_json: of(400, 'Malformed JSON', 'The body is not valid JSON.'),
  bad_cursor: of(400, 'Bad cursor', 'The cursor is not one this server gave out. Start again without it.'),
  unauthenticated: of(401, 'Not signed in', 'Sign in and send the access token as a bearer token.'),
  token_expired: of(401, 'Token expired', 'Refresh the session and try again.'),
  invalid_credentials: of(401, 'Sign-in failed', 'Name or password is not right.'),
  session_revoked: of(401, 'Session ended', 'This session was ended. Sign in again.'),
  forbidden: of(403, 'Not allowed', 'Your account may not do this.'),
  missing_scope: of(403, 'Missing scope', 'An operator with the named scope can do this.'),
  account_suspended: of(403, 'Account suspended', 'This account is suspended.'),
  step_up_required: of(
    403,
    'Proof required',
    'Prove who you are once more (POST /auth/step-up), then repeat this.',
  ),
  mfa_required: of(403, 'Second factor required', 'Enrol an authenticator before anything else.'),
  password_change_required: of(403, 'Password change required', 'Change the password first.'),
  csrf_rejected: of(403, 'Request refused', 'The request did not come from an allowed page.'),
  not_found: of(404, 'Not found', 'There is no such thing, or you do not know of it.'),
  already_exists: of(409, 'Already taken', 'Choose another value for the named field.'),
  idempotency_mismatch: of(409, 'Key used before', 'This Idempotency-Key was used for another request.'),
  refresh_in_flight: of(
    409,
    'Refresh under way',
    'Another tab is refreshing this session. Try again shortly.',
  ),
  first_login_required: of(409, 'First login not finished', 'Choose a callsign and a ship name first.'),
  invalid_state: of(409, 'Not possible now', 'The present state does not allow this.'),
  last_holder: of(409, 'Last holder', 'Somebody must keep this scope. Give it to somebody else first.'),
  own_address: of(409, 'Your own address', 'This would shut yourself out.'),
  expired: of(409, 'Expired', 'This has run out or was used. Ask for a new one.'),
  precondition_failed: of(412, 'Changed meanwhile', 'The record changed since you read it. Read it again.'),
  too_large: of(413, 'Too large', 'The request body is too large.'),
  unsupported_media_type: of(415, 'Not JSON', 'Send the body as application/json.'),
  idempotency_key_required: of(428, 'Idempotency-Key required', 'Send a UUID in the Idempotency-Key header.'),
  rate_limited: of(429, 'Too many requests', 'Wait for the time given in Retry-After.'),
  login_throttled: of(429, 'Too many sign-in attempts', 'Wait for the time given in Retry-After.'),
  internal: of(500, 'Internal error', 'Something failed on the server. Nothing was changed.'),
  dependency_unavailable: of(503, 'Service unavailable', 'A part of the server is unavailable. Try again.'),
  own_persona: of(403, 'Your own persona', 'Nobody adjusts the player he plays himself.'),
  job_paused: of(409, 'Job paused', 'Let the job go on before you run it.'),
  busy: of(503, 'Busy', 'Another command is still running. Try again.'),
  maintenance: of(503, 'Maintenance', 'The server is in maintenance or stopping. Try again shortly.'),
  galaxy_not_ready: of(503, 'Galaxy not ready', 'The galaxy is still being generated. Try again shortly.'),
});

/** Refusals of movement and turns (rule book, world 8.1). */
const navigationErrors = define({
  insufficient_turns: of(409, 'Not enough turns', 'Wait until enough turns have regenerated.'),
  ship_cannot_move: of(409, 'Ship cannot move', 'Your ship cannot move now.'),
  must_undock: of(409, 'Docked', 'Undock first.'),
  must_lift_off: of(409, 'Landed', 'Lift off first.'),
  in_combat: of(409, 'In combat', 'Wait until the engagement is over.'),
  in_transit: of(409, 'In transit', 'Wait until the journey is over.'),
  wrong_region: of(409, 'In another region', 'Another server holds you. Go on at the address given.'),
  already_there: of(409, 'Already there', 'You are in this sector.'),
  no_warp: of(409, 'No warp', 'No warp you know leads there from here. Plot a course instead.'),
  warp_disrupted: of(409, 'Warp disrupted', 'A storm disrupts this warp. Wait or go around.'),
  gate_denied: of(409, 'Gate closed to you', 'The owner of this gate does not let you pass.'),
  toll_changed: of(409, 'Toll changed', 'The toll is above your limit.'),
  cost_changed: of(409, 'Cost changed', 'The cost is above your limit.'),
  region_closed: of(409, 'Region closed', 'This region does not let you in.'),
  region_banned: of(409, 'Banned from region', 'This region has banned you.'),
  region_unavailable: of(503, 'Region unavailable', 'This region is not available now.'),
  no_route: of(409, 'No route', 'No route over warps you know leads there.'),
  autopilot_active: of(409, 'Autopilot running', 'The autopilot is already flying this ship.'),
  position_changed: of(409, 'Position changed', 'Your ship is no longer where this course began.'),
  marks_full: of(409, 'List full', 'Remove one of your marks of this kind first.'),
  full_required: of(409, 'Full chart required', 'Load the full chart; the changes asked for are too old.'),
});

/** Refusals of scanning, harvesting, recall and naming (rule book, world 3.3, 7.2, 8.9 and 2.5). */
const explorationErrors = define({
  sensors_blind: of(409, 'Sensors blind', 'Inside the core of a nebula neighbours cannot be scanned.'),
  nothing_to_harvest: of(409, 'Nothing to harvest', 'There is nothing to harvest in this sector.'),
  depleted: of(409, 'Depleted', 'This field is empty for now. It grows back by the hour.'),
  equipment_missing: of(409, 'Equipment missing', 'Your ship lacks the module this needs.'),
  hold_not_empty: of(409, 'Hold not empty', 'Empty your hold first, or be in a pocket.'),
  wanted: of(409, 'Wanted', 'Not while a warrant is out for you.'),
  not_discoverer: of(
    409,
    'Not yours to name',
    'Only its discoverer may name a sector, and none of Federation.',
  ),
  already_named: of(409, 'Already named', 'This sector has its name.'),
});

/** Refusals of docking and trading (rule book, economy 2.5 and 4.2). */
const tradeErrors = define({
  not_in_sector: of(409, 'Not in this sector', 'Fly to the sector of the station first.'),
  already_docked: of(409, 'Already docked', 'You are docked already.'),
  not_docked: of(409, 'Not docked', 'Dock at this station first.'),
  station_disabled: of(409, 'Station disabled', 'This station is out of service.'),
  station_locked: of(409, 'Station locked', 'This station is locked down.'),
  station_not_operational: of(409, 'Station not operational', 'This station does not trade now.'),
  trading_frozen: of(409, 'Trading frozen', 'Trading in this commodity is frozen.'),
  standing_too_low: of(409, 'Standing too low', 'A faction thinks too little of you for this.'),
  denied_by_owner: of(409, 'Denied by the owner', 'The owner of this station does not admit you.'),
  cooldown: of(409, 'Too soon', 'Wait until the time given.'),
  insufficient_credits: of(409, 'Not enough credits', 'You do not have the credits for this.'),
  commodity_not_traded: of(
    409,
    'Not traded here',
    'This station does not trade this commodity in that direction.',
  ),
  insufficient_stock: of(409, 'Not enough stock', 'The station has fewer units than you asked for.'),
  station_full: of(409, 'Station full', 'The station takes fewer units than you offer.'),
  cargo_full: of(409, 'Hold full', 'Your hold has no room for this.'),
  not_in_cargo: of(409, 'Not in your hold', 'You do not hold enough of it.'),
  price_changed: of(409, 'Price changed', 'The price moved beyond your limit. Look at the fresh quote.'),
  no_active_ship: of(409, 'No ship', 'You are not aboard a ship.'),
  no_bank_here: of(409, 'No bank here', 'This station has no bank.'),
  service_not_offered: of(409, 'Not offered here', 'This station does not offer this service.'),
  services_refused: of(
    409,
    'Services refused',
    'Patrols keep wanted players from the services of this station.',
  ),
  account_full: of(409, 'Account full', 'The account cannot hold that many credits.'),
  aria_trust_too_low: of(409, 'Not trusted so far', 'ARIA plans fewer stops for you yet.'),
  no_warehouse: of(409, 'No warehouse', 'You rent no warehouse at this station.'),
  warehouse_limit: of(409, 'All blocks rented', 'A player may rent no more blocks at one station.'),
  warehouse_in_use: of(409, 'Blocks in use', 'More lies in the warehouse than would fit into the rest.'),
  warehouse_full: of(409, 'Warehouse full', 'Your warehouse has no room for this.'),
  not_in_warehouse: of(409, 'Not in your warehouse', 'Your warehouse holds fewer units than this.'),
  rent_due: of(409, 'Rent unpaid', 'Pay the rent that is due first.'),
  rent_not_due: of(409, 'Nothing due', 'The rent is paid.'),
  contraband_refused: of(409, 'Contraband refused', 'No warehouse takes contraband.'),
  not_storable: of(409, 'Cannot be stored', 'A warehouse takes goods of the markets and rare cargo only.'),
  refinery_exhausted: of(409, 'Refinery exhausted', 'This refinery makes no more today.'),
  economy_read_only: of(503, 'Trading halted', 'The ledger is being checked. Trading resumes shortly.'),
});

/** Refusals about ships (rule book, ships-combat 3, 4, 6, 7 and economy 11). */
const shipErrors = define({
  no_ship_dealer: of(409, 'No ship dealer', 'There is no ship dealer at this station.'),
  not_for_sale: of(409, 'Not for sale', 'No dealer sells this type.'),
  ship_limit: of(409, 'Too many ships', 'Sell a ship before you take another.'),
  not_colocated: of(409, 'Not side by side', 'The ships are not in the same place.'),
  already_aboard: of(409, 'Already aboard', 'You are flying this ship.'),
  recent_combat: of(409, 'Too soon after a fight', 'Wait until the time given.'),
  bound_ship: of(409, 'Bound ship', 'This ship is yours for good: it cannot be given up.'),
  loaner_ship: of(409, 'Borrowed ship', 'This cannot be done with a ship that was lent to you.'),
  ship_is_pod: of(409, 'Escape pod', 'This cannot be done with an escape pod.'),
  ship_is_active: of(409, 'You fly this ship', 'Board another ship first.'),
  ship_not_active: of(409, 'Not your present ship', 'Board this ship first.'),
  ship_not_empty: of(409, 'Ship not empty', 'Unload the ship first.'),
  same_ship: of(409, 'Same ship', 'Choose another ship.'),
  max_level: of(409, 'Highest level', 'This cannot be raised further on this ship.'),
  no_slot: of(409, 'No free slot', 'Take a module out first.'),
  incompatible: of(409, 'Does not fit', 'This module does not fit this ship.'),
  installed: of(409, 'Installed already', 'This ship has such a module.'),
  not_installed: of(409, 'Not installed', 'This ship has no such module.'),
  nothing_to_repair: of(409, 'Nothing to repair', 'Nothing of this needs repair.'),
  not_insurable: of(409, 'Not insurable', 'This ship cannot be insured.'),
  hull_damaged: of(409, 'Hull damaged', 'Repair the hull first.'),
  already_insured: of(409, 'Insured already', 'The policy can be renewed in its last three days.'),
  already_claimed: of(409, 'Claimed already', 'This derelict has an owner.'),
  claim_locked: of(409, 'Not yet', 'Its former owner may claim it alone until the time given.'),
  no_tractor_beam: of(409, 'No tractor beam', 'The ship you fly has no tractor beam.'),
  already_towing: of(409, 'Towing already', 'A ship tows one other. Cast off first.'),
  not_towing: of(409, 'Nothing in tow', 'This ship tows nothing.'),
  cannot_be_towed: of(409, 'Cannot be towed', 'Neither capital ships nor pods can be towed.'),
  fuse_burning: of(409, 'Fuse lit', 'The fuse of this ship burns already.'),
  fuse_not_burning: of(409, 'No fuse burns', 'There is no fuse to stop.'),
  not_in_wreck: of(409, 'Not in the wreck', 'The wreck holds fewer units than this.'),
  not_in_pod: of(409, 'Not in a pod', 'This is for pilots in escape pods.'),
  not_eligible: of(409, 'Not eligible', 'A ship is lent to those without ship and credits only.'),
});

/** Refusals of station contracts (rule book, economy 12). */
const contractErrors = define({
  contract_taken: of(409, 'Job taken', 'Somebody else accepted this job, or you did before.'),
  wrong_station: of(409, 'Wrong station', 'Dock at the station this job names.'),
  limit_reached: of(409, 'Too many open jobs', 'Finish or abandon one of your open jobs first.'),
  job_limit: of(409, 'No job left today', 'You may be paid for eight jobs in any 24 hours.'),
  deadline_passed: of(409, 'Too late', 'The time of this job is over.'),
});

/** Refusals about persons, names and speech (rule book, society 1.2 and 9). */
const personErrors = define({
  callsign_blocked: of(409, 'Callsign not allowed', 'Choose another callsign.'),
  callsign_taken: of(409, 'Callsign taken', 'Somebody has this callsign or one that reads the same.'),
  wrong_state: of(409, 'Not possible now', 'This step is not open now.'),
  muted: of(409, 'Muted', 'You may write again at the time given.'),
});

/** Refusals about regional servers (rule book, platform 9.1). */
const regionErrors = define({
  capacity_exhausted: of(409, 'No capacity left', 'The hosts have no room for this. Ask an operator.'),
  not_entitled: of(409, 'Not entitled', 'This account may not own a region.'),
  quota_reached: of(409, 'Quota reached', 'This account owns as many regions as it may.'),
  operation_in_progress: of(409, 'Operation under way', 'Wait until the operation of this region has ended.'),
});

/** code → status, title, detail. */
export const ERRORS = {
  ...protocolErrors,
  ...navigationErrors,
  ...explorationErrors,
  ...tradeErrors,
  ...shipErrors,
  ...contractErrors,
  ...personErrors,
  ...regionErrors,
} as const;

export type ErrorCode = keyof typeof ERRORS;

/** Every registered code, in registry order. */
export const ERROR_CODES = Object.keys(ERRORS) as readonly ErrorCode[];

/** True when a string is a registered code. */
export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(ERRORS, code);
