import type { Look, TableId } from './manual-topics.ts';
import type { Writer } from './manual-values.ts';
import { keyText, shownNumber, valueAt } from './manual-values.ts';

type Row = Readonly<Record<string, unknown>>;

/** A column: its head is `help:column.<id>`, its cell a number of the row or a text made of it. */
type Column =
  | { readonly id: string; readonly look: Look; readonly at?: string }
  | { readonly id: string; readonly words: (row: Row, writer: Writer) => string };

interface TableSpec {
  /** Where the rows are in the catalogue. */
  readonly path: string;
  /** The rows that are explained; all of them where it is left out. */
  readonly only?: readonly string[];
  readonly columns: readonly Column[];
}

/** A table in words, ready to be drawn and to be searched. */
export interface ManualTable {
  readonly id: TableId;
  readonly columns: readonly { readonly id: string; readonly isNumber: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

/** Stands where a rule has no number. */
const NONE = '–';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const named =
  (space: string, member = 'key') =>
  (row: Row, { t }: Writer): string =>
    keyText(t, `${space}.${text(row[member]).replace(':', '_')}`);
const count = (id: string, at = id): Column => ({ id, look: 'count', at });
const credits = (id: string, at = id): Column => ({ id, look: 'credits', at });

/** A list of numbers as `8,000, 17,600, 38,720`; of goods by their names. */
const goods =
  (member: string) =>
  (row: Row, { t }: Writer): string => {
    const keys = Array.isArray(row[member]) ? row[member] : [];
    return keys.map((key) => keyText(t, `common:commodity.${text(key)}`)).join(', ') || NONE;
  };

const costs = (row: Row, writer: Writer): string =>
  (Array.isArray(row['costs']) ? row['costs'] : [])
    .map((cost) => shownNumber(writer, cost, 'count') ?? NONE)
    .join(', ');

const range = (row: Row, writer: Writer): string => {
  const hazard = Array.isArray(row['hazard']) ? row['hazard'] : [];
  const [low, high] = hazard.map((value) => shownNumber(writer, value, 'count'));
  if (low === undefined || high === undefined) return keyText(writer.t, 'help:movement.by_depth');
  return low === high ? `${low}` : `${low}–${high}`;
};

const surcharge = (row: Row, writer: Writer): string => {
  const value = row['entrySurcharge'];
  const shown = shownNumber(writer, value, 'count');
  return shown === null ? NONE : typeof value === 'number' && value > 0 ? `+${shown}` : shown;
};

const WARP_TURNS: Readonly<Record<string, string>> = {
  trunk: 'facts.movement.trunkExtra',
  nexus_link: 'facts.movement.nexusLink',
  gate: 'facts.movement.gate',
};

const warpCost = ({ key }: Row, writer: Writer): string => {
  const path = WARP_TURNS[text(key)];
  const turns = path === undefined ? '' : shownNumber(writer, valueAt(writer.catalogue, path), 'count');
  return turns === null ? NONE : keyText(writer.t, `help:movement.warp_cost_${text(key)}`, { turns });
};

const TABLES: Readonly<Record<TableId, TableSpec>> = {
  turnCosts: {
    path: 'turnCosts',
    only: ['dock', 'undock', 'scan_adjacent', 'scan_deep'],
    columns: [{ id: 'act', words: named('help:act') }, count('turns', 'value')],
  },
  sectorTypes: {
    path: 'sectorTypes',
    columns: [
      { id: 'sector', words: named('common:sector_type') },
      { id: 'extra_turns', words: surcharge },
      { id: 'hazard', words: range },
      { id: 'note', words: named('help:movement.type') },
    ],
  },
  warpKinds: {
    path: 'warpKinds',
    columns: [
      { id: 'warp', words: named('common:warp_kind') },
      { id: 'turns', words: warpCost },
      { id: 'note', words: named('help:movement.kind') },
    ],
  },
  zones: {
    path: 'zones',
    columns: [
      { id: 'zone', words: named('common:zone') },
      { id: 'security', words: named('common:security', 'security') },
      count('policing'),
      count('danger'),
    ],
  },
  goods: {
    path: 'commodities',
    columns: [
      { id: 'good', words: named('common:commodity') },
      credits('full', 'lo'),
      credits('usual', 'base'),
      credits('empty', 'hi'),
      count('capacity'),
    ],
  },
  stationClasses: {
    path: 'stationClasses',
    columns: [
      count('class', 'stationClass'),
      { id: 'name', words: ({ name }) => text(name) },
      { id: 'buys', words: goods('buys') },
      { id: 'sells', words: goods('sells') },
    ],
  },
  services: {
    path: 'stationServices',
    columns: [
      { id: 'service', words: named('help:service') },
      { id: 'note', words: named('help:service_does') },
    ],
  },
  dockFees: {
    path: 'facts.stations.dockFees',
    columns: [
      { id: 'size', words: named('help:size', 'size') },
      { id: 'fee', look: 'credits', at: 'credits' },
    ],
  },
  ships: {
    path: 'shipTypes',
    columns: [
      { id: 'ship', words: named('common:ship_type') },
      credits('price', 'priceCredits'),
      { id: 'size', words: named('help:size', 'size') },
      count('hold', 'cargo'),
      count('lane_turns', 'baseTurns'),
      count('hull'),
      count('shield', 'shields'),
      count('scanner'),
      count('drones', 'droneBays'),
      count('slots', 'equipmentSlots'),
    ],
  },
  upgrades: {
    path: 'upgrades',
    columns: [
      { id: 'upgrade', words: named('help:upgrade') },
      { id: 'level_prices', words: costs },
      { id: 'note', words: named('help:upgrade_does') },
    ],
  },
  equipment: {
    path: 'equipment',
    columns: [{ id: 'module', words: named('help:module') }, credits('price', 'cost')],
  },
  ranks: {
    path: 'ranks',
    columns: [
      count('level'),
      { id: 'name', words: ({ name }) => text(name) },
      count('rank_points', 'rankPoints'),
      count('tracks'),
      { id: 'advantage', look: 'signedBasisPoints', at: 'advantageBp' },
      count('cap_bonus', 'turnCapBonus'),
    ],
  },
  reputation: {
    path: 'reputationTiers',
    columns: [
      { id: 'tier', words: named('common:reputation') },
      count('from'),
      count('to'),
      { id: 'advantage', look: 'signedBasisPoints', at: 'advantageBp' },
    ],
  },
};

/** Rows of a part of the catalogue: a list of objects or of keys, or an object of numbers. */
function rowsOf(value: unknown): readonly Row[] {
  if (Array.isArray(value))
    return value.map((row) => (typeof row === 'string' ? { key: row } : (row as Row)));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([key, number]) => ({ key, value: number }));
}

/** A table of the catalogue in words. */
export function manualTable(id: TableId, writer: Writer): ManualTable {
  const { path, columns, only } = TABLES[id];
  const cell = (row: Row, column: Column): string =>
    'words' in column
      ? column.words(row, writer)
      : (shownNumber(writer, row[column.at ?? column.id], column.look) ?? NONE);
  return {
    id,
    columns: columns.map((column) => ({ id: column.id, isNumber: !('words' in column) })),
    rows: rowsOf(valueAt(writer.catalogue, path))
      .filter((row) => only === undefined || only.includes(text(row['key'])))
      .map((row) => columns.map((column) => cell(row, column))),
  };
}
