import type { LogEntry } from '@sw/api-client';
import type { CommodityCode } from '@sw/contracts';
import { formatCredits, formatSigned } from '@sw/ui';
import type { LogCategory, LogLine } from './log-store.ts';
import { sectorTitle } from './sector-name.ts';
import type { Translate } from './text.ts';

type Params = LogEntry['params'];
type Words = (params: Params, t: Translate, locale: string) => string;

const text = (value: Params[string] | undefined): string =>
  value === null || value === undefined ? '' : String(value);

const credits = (value: Params[string] | undefined, locale: string): string =>
  typeof value === 'bigint' ? formatSigned(value, locale) : text(value);

const plainCredits = (value: Params[string] | undefined, locale: string): string =>
  typeof value === 'bigint' ? formatCredits(value, locale) : text(value);

/** Words and shelf of every event that makes a line; other events make none. */
const LINES: Partial<Record<LogEntry['type'], { readonly category: LogCategory; readonly words: Words }>> = {
  'system.announcement': { category: 'system', words: (params) => text(params['text']) },
  'system.draining': { category: 'system', words: (_, t) => t('game:log.draining') },
  'player.moved': {
    category: 'movement',
    words: ({ number, sector, turns }, t) =>
      t('game:log.moved', {
        sector: sectorTitle({ number: Number(number), name: text(sector) }),
        turns: Number(turns),
      }),
  },
  'sector.discovered': {
    category: 'movement',
    words: (params, t, locale) => {
      const { number, sector, isFirst, formations, nebula, rankPoints } = params;
      const name = sectorTitle({ number: Number(number), name: text(sector) });
      const earned = {
        sector: name,
        credits: typeof params['credits'] === 'bigint' ? formatCredits(params['credits'], locale) : '0',
        points: Number(rankPoints),
      };
      if (nebula === 'yes') return t('game:log.nebula_charted', earned);
      if (formations !== '') return t('game:log.formation_found', { ...earned, formation: text(formations) });
      return isFirst === 'yes' ? t('game:log.first_ever', earned) : t('game:log.first_visit', earned);
    },
  },
  'rank.promoted': {
    category: 'people',
    words: ({ name, rank, own }, t) =>
      own === 'yes'
        ? t('game:log.promoted', { rank: text(rank) })
        : t('game:log.promoted_other', { name: text(name), rank: text(rank) }),
  },
  'player.hazard': {
    category: 'movement',
    words: ({ damage, hull }, t) => t('game:log.hazard', { damage: Number(damage), hull: Number(hull) }),
  },
  'autopilot.progress': {
    category: 'movement',
    words: ({ hop }, t) => t('game:log.autopilot_hop', { hop: Number(hop) }),
  },
  'presence.entered': {
    category: 'people',
    words: ({ name }, t) => t('game:log.entered', { name: text(name) }),
  },
  'presence.left': {
    category: 'people',
    words: ({ name, to }, t) =>
      to === null
        ? t('game:log.left', { name: text(name) })
        : t('game:log.left_to', { name: text(name), to: text(to) }),
  },
  'ship.destroyed': {
    category: 'movement',
    words: ({ name, isOwn }, t) =>
      t(isOwn === true ? 'game:log.ship_lost' : 'game:log.ship_destroyed', { name: text(name) }),
  },
  'wreck.created': {
    category: 'movement',
    words: ({ name }, t) => t('game:log.wreck_created', { name: text(name) }),
  },
  'ship.claimed': {
    category: 'movement',
    words: ({ name, by }, t) => t('game:log.ship_claimed', { name: text(name), by: text(by) }),
  },
  'tow.changed': {
    category: 'movement',
    words: ({ name, state }, t) => t('game:log.tow_changed', { name: text(name), state: text(state) }),
  },
  'pod.assisted': {
    category: 'people',
    words: ({ name, isHelper }, t) =>
      t('game:log.pod_assisted', { name: text(name), isHelper: text(isHelper) }),
  },
  'insurance.paid': {
    category: 'system',
    words: ({ amount }, t, locale) =>
      t('game:log.insurance_paid', {
        amount: typeof amount === 'bigint' ? formatCredits(amount, locale) : text(amount),
      }),
  },
  'contract.accepted': {
    category: 'trade',
    words: ({ target, pay }, t, locale) =>
      t('game:log.contract_accepted', { target: text(target), pay: plainCredits(pay, locale) }),
  },
  'contract.completed': {
    category: 'trade',
    words: ({ target, pay }, t, locale) =>
      t('game:log.contract_completed', { target: text(target), pay: plainCredits(pay, locale) }),
  },
  'contract.failed': {
    category: 'trade',
    words: ({ target, state, pay }, t, locale) =>
      t('game:log.contract_failed', {
        target: text(target),
        state: text(state),
        pay: plainCredits(pay, locale),
      }),
  },
  'warehouse.rent': {
    category: 'trade',
    words: ({ stationName, state, paid, sold, destroyed, proceeds }, t, locale) =>
      t('game:log.warehouse_rent', {
        station: text(stationName),
        state: text(state),
        paid: plainCredits(paid, locale),
        sold: text(sold),
        destroyed: text(destroyed),
        proceeds: plainCredits(proceeds, locale),
      }),
  },
  'market.alert_triggered': {
    category: 'trade',
    words: ({ stationName, sectorNumber, commodity, side, price }, t, locale) =>
      t(side === 'buy' ? 'game:log.alert_asks' : 'game:log.alert_pays', {
        item: t(`common:commodity_word.${text(commodity) as CommodityCode}`),
        station: text(stationName),
        number: Number(sectorNumber),
        price: typeof price === 'bigint' ? formatCredits(price, locale) : text(price),
      }),
  },
  'trade.completed': {
    category: 'trade',
    words: ({ stationName, lines, net, credits: after }, t, locale) =>
      t('trade:log.completed', {
        station: text(stationName),
        lines: Number(lines),
        net: credits(net, locale),
        credits: typeof after === 'bigint' ? formatCredits(after, locale) : text(after),
      }),
  },
};

/** An event as a line of the log, or null for events that make none. */
export function lineOfEvent(entry: LogEntry, t: Translate, locale: string): LogLine | null {
  const line = LINES[entry.type];
  if (line === undefined) return null;
  const { id, atMs, tone } = entry;
  return { id, atMs, tone, category: line.category, text: line.words(entry.params, t, locale) };
}
