export type { BotReport } from './bot.ts';
export { callsignOf, shipNameOf } from './bot-names.ts';
export type { Deed, Pilot, PlayerApi, PlayerState, Step, Strategy } from './pilot.ts';
export type { BotPlayer, RunBotsOptions } from './run-bots.ts';
export { runBots } from './run-bots.ts';
export { createExplorer } from './strategies/explorer.ts';
export { createLoiterer } from './strategies/loiterer.ts';
export { createPairPortTrader } from './strategies/pair-port-trader.ts';
