import { queryKeys } from '@sw/api-client';
import type { PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import { queryOptions } from '@tanstack/react-query';
import type { PlayerApi } from '../../app/game-services.ts';

type Endpoints = typeof PLAYER_ENDPOINTS;
export type Fleet = ReplyOf<Endpoints['listShips']>;
export type FleetShip = Fleet['items'][number];
export type Derelict = Fleet['derelicts'][number];
export type WreckView = ReplyOf<Endpoints['listWrecks']>['items'][number];
export type OwnShip = NonNullable<ReplyOf<Endpoints['getShip']>['own']>;
export type ShipStats = OwnShip['stats'];
export type Catalogue = ReplyOf<Endpoints['listShipTypes']>;
export type ShipOffer = Catalogue['types'][number];
export type UpgradeRow = ReplyOf<Endpoints['listUpgrades']>['rows'][number];
export type EquipmentRow = ReplyOf<Endpoints['listEquipment']>['rows'][number];
export type ActionView = OwnShip['actions'][number];

/** What the screens of ships are drawn from. */
export const shipQueries = {
  fleet: (api: PlayerApi) =>
    queryOptions({ queryKey: queryKeys.ships.list(), queryFn: () => api.listShips() }),
  wrecks: (api: PlayerApi) =>
    queryOptions({ queryKey: queryKeys.ships.wrecks(), queryFn: () => api.listWrecks() }),
  ship: (api: PlayerApi, shipId: string) =>
    queryOptions({
      queryKey: queryKeys.ships.byId(shipId),
      queryFn: () => api.getShip({ params: { id: shipId } }),
    }),
  types: (api: PlayerApi, tradeIn: string | null) =>
    queryOptions({
      queryKey: queryKeys.ships.types(tradeIn),
      queryFn: () => api.listShipTypes({ query: tradeIn === null ? {} : { tradeIn } }),
    }),
  upgrades: (api: PlayerApi, shipId: string) =>
    queryOptions({
      queryKey: queryKeys.ships.upgrades(shipId),
      queryFn: () => api.listUpgrades({ params: { id: shipId } }),
    }),
  equipment: (api: PlayerApi, shipId: string) =>
    queryOptions({
      queryKey: queryKeys.ships.equipment(shipId),
      queryFn: () => api.listEquipment({ params: { id: shipId } }),
    }),
  insurance: (api: PlayerApi, shipId: string) =>
    queryOptions({
      queryKey: queryKeys.ships.insurance(shipId),
      queryFn: () => api.listInsuranceQuotes({ query: { shipId } }),
    }),
  registry: (api: PlayerApi, registration: string) =>
    queryOptions({
      queryKey: queryKeys.ships.registry(registration),
      queryFn: () => api.getRegistry({ params: { registration } }),
    }),
} as const;
