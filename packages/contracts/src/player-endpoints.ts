import * as auth from './http/auth.ts';
import * as bank from './http/bank.ts';
import * as chat from './http/chat.ts';
import * as firstLogin from './http/first-login.ts';
import * as map from './http/map.ts';
import * as marks from './http/marks.ts';
import * as navigation from './http/navigation.ts';
import * as player from './http/player.ts';
import * as services from './http/services.ts';
import * as status from './http/status.ts';
import * as trading from './http/trading.ts';

/** Every endpoint of the player's side, by the name its client function has. */
export const PLAYER_ENDPOINTS = {
  getStatus: status.getStatus,
  ping: status.ping,
  getVersion: status.getVersion,
  getPublicHealth: status.getPublicHealth,
  getPlayersOnline: status.getPlayersOnline,
  getRules: status.getRules,
  register: auth.register,
  login: auth.login,
  usernameAvailable: auth.usernameAvailable,
  refresh: auth.refresh,
  logout: auth.logout,
  logoutAll: auth.logoutAll,
  listSessions: auth.listSessions,
  revokeSession: auth.revokeSession,
  changePassword: auth.changePassword,
  createSocketTicket: auth.createSocketTicket,
  getPlayerState: player.getPlayerState,
  getTurns: player.getTurns,
  listTurnLedger: player.listTurnLedger,
  listCreditLedger: player.listCreditLedger,
  getSettings: player.getSettings,
  patchSettings: player.patchSettings,
  getFirstLogin: firstLogin.getFirstLogin,
  completeFirstLogin: firstLogin.completeFirstLogin,
  getGalaxy: map.getGalaxy,
  getRegionChart: map.getRegionChart,
  getRegionChartDelta: map.getRegionChartDelta,
  listMarks: marks.listMarks,
  putNote: marks.putNote,
  deleteNote: marks.deleteNote,
  putBookmark: marks.putBookmark,
  deleteBookmark: marks.deleteBookmark,
  putAvoid: marks.putAvoid,
  deleteAvoid: marks.deleteAvoid,
  searchMap: marks.searchMap,
  getCurrentSector: navigation.getCurrentSector,
  getSector: navigation.getSector,
  listMoves: navigation.listMoves,
  move: navigation.move,
  plot: navigation.plot,
  autopilot: navigation.autopilot,
  getCourse: navigation.getCourse,
  clearCourse: navigation.clearCourse,
  dock: navigation.dock,
  undock: navigation.undock,
  getStation: navigation.getStation,
  getMarket: trading.getMarket,
  getPriceHistory: trading.getPriceHistory,
  quote: trading.quote,
  execute: trading.execute,
  listTrades: trading.listTrades,
  listKnownPrices: trading.listKnownPrices,
  listServices: services.listServices,
  getBank: bank.getBank,
  bankDeposit: bank.bankDeposit,
  bankWithdraw: bank.bankWithdraw,
  listRecentChat: chat.listRecentChat,
} as const;
