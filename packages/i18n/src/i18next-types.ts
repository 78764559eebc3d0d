import type { CustomTypeOptions } from 'i18next';
import type account from '../locales/en/account.json';
import type admin from '../locales/en/admin.json';
import type adminAudit from '../locales/en/admin_audit.json';
import type adminPlayers from '../locales/en/admin_players.json';
import type adminRegions from '../locales/en/admin_regions.json';
import type adminSecurity from '../locales/en/admin_security.json';
import type adminUsers from '../locales/en/admin_users.json';
import type auth from '../locales/en/auth.json';
import type common from '../locales/en/common.json';
import type errors from '../locales/en/errors.json';
import type explore from '../locales/en/explore.json';
import type game from '../locales/en/game.json';
import type guide from '../locales/en/guide.json';
import type help from '../locales/en/help.json';
import type jobs from '../locales/en/jobs.json';
import type log from '../locales/en/log.json';
import type map from '../locales/en/map.json';
import type operations from '../locales/en/operations.json';
import type services from '../locales/en/services.json';
import type ships from '../locales/en/ships.json';
import type system from '../locales/en/system.json';
import type trade from '../locales/en/trade.json';
import type { Namespace } from './namespaces.ts';

/** A key that English does not have is a type error in every app that imports this package. */
declare module 'i18next' {
  interface CustomTypeOptions {
    readonly defaultNS: 'common';
    readonly nsSeparator: ':';
    readonly keySeparator: false;
    readonly returnNull: false;
    readonly resources: {
      readonly common: typeof common;
      readonly auth: typeof auth;
      readonly game: typeof game;
      readonly log: typeof log;
      readonly services: typeof services;
      readonly trade: typeof trade;
      readonly jobs: typeof jobs;
      readonly ships: typeof ships;
      readonly errors: typeof errors;
      readonly explore: typeof explore;
      readonly help: typeof help;
      readonly map: typeof map;
      readonly guide: typeof guide;
      readonly account: typeof account;
      readonly admin: typeof admin;
      readonly operations: typeof operations;
      readonly admin_players: typeof adminPlayers;
      readonly system: typeof system;
      readonly admin_audit: typeof adminAudit;
      readonly admin_regions: typeof adminRegions;
      readonly admin_security: typeof adminSecurity;
      readonly admin_users: typeof adminUsers;
    };
  }
}

/** A key of one catalogue, for tables that name texts before a component draws them. */
export type TextKey<N extends Namespace> = keyof CustomTypeOptions['resources'][N] & string;
