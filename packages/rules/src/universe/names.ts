import type { RandomStream } from '../random/index.ts';
import { pickOne } from './draw.ts';
import {
  CLUSTER_HEADS,
  CLUSTER_TAILS,
  PLACE_HEADS,
  PLACE_TAILS,
  WORLD_HEADS,
  WORLD_MIDDLES,
  WORLD_TAILS,
} from './name-words.ts';
import type { FormationKind, StationType } from './types.ts';

const STATION_KINDS: Readonly<Record<StationType, readonly string[]>> = {
  trading: ['Exchange', 'Market', 'Emporium', 'Trade Post', 'Bazaar', 'Depot'],
  mining: ['Mine', 'Diggings', 'Quarry', 'Ore Works', 'Shaft', 'Excavation'],
  industrial: ['Works', 'Foundry', 'Assembly', 'Smelter', 'Mill', 'Fabricators'],
  military: ['Bastion', 'Stronghold', 'Redoubt', 'Rampart', 'Arsenal', 'Picket'],
  scientific: ['Observatory', 'Institute', 'Laboratory', 'Array', 'Archive', 'Survey'],
  shipyard: ['SpaceDock', 'Shipyard', 'Drydock', 'Slipways'],
  outpost: ['Outpost', 'Waystation', 'Relay', 'Landing', 'Anchorage', 'Refuge'],
  black_market: ['Den', 'Shadow Market', 'Hideaway', 'Backroom', 'Blind', 'Hollow'],
  diplomatic: ['Embassy', 'Chancery', 'Forum', 'Assembly Hall', 'Concourse', 'Legation'],
};

const FORMATION_KINDS: Readonly<Record<FormationKind, readonly string[]>> = {
  dead_end: ['End', 'Stop', 'Blind Alley', 'Terminus'],
  corridor: ['Corridor', 'Thread', 'Passage', 'Narrows'],
  crossroads: ['Crossroads', 'Junction', 'Star', 'Meeting'],
  bubble: ['Bubble', 'Enclave', 'Basin', 'Hollow'],
  backdoor: ['Backdoor', 'Postern', 'Sluice', 'Trapdoor'],
  pocket: ['Pocket', 'Cache', 'Nook', 'Sanctum'],
};

const MAX_DRAWS = 8;

/** Hands out each name once. */
export interface NameBook {
  /** The first name of `draw` nobody has. After a few taken draws it gets the lowest free number: it never fails. */
  claim(draw: () => string): string;
}

/** A book in which every name is still free. */
export function newNameBook(): NameBook {
  const taken = new Set<string>();
  return {
    claim(draw) {
      let name = draw();
      for (let draws = 1; draws < MAX_DRAWS && taken.has(name); draws++) {
        name = draw();
      }
      let unique = name;
      for (let number = 2; taken.has(unique); number++) {
        unique = `${name} ${number}`;
      }
      taken.add(unique);
      return unique;
    },
  };
}

/** Distinct two-part cluster names. */
export function clusterNames(stream: RandomStream, count: number): string[] {
  const book = newNameBook();
  return Array.from({ length: count }, () =>
    book.claim(() => `${pickOne(stream, CLUSTER_HEADS)} ${pickOne(stream, CLUSTER_TAILS)}`),
  );
}

/** A station name that says what the station does, such as "Ashmere Foundry". */
export function drawStationName(stream: RandomStream, type: StationType): string {
  return `${drawPlaceName(stream)} ${pickOne(stream, STATION_KINDS[type])}`;
}

/** An invented planet name, such as "Velmara". */
export function drawWorldName(stream: RandomStream): string {
  return pickOne(stream, WORLD_HEADS) + pickOne(stream, WORLD_MIDDLES) + pickOne(stream, WORLD_TAILS);
}

/** The name of a landmark, such as "Thornreach Narrows". */
export function drawFormationName(stream: RandomStream, kind: FormationKind): string {
  return `${drawPlaceName(stream)} ${pickOne(stream, FORMATION_KINDS[kind])}`;
}

/** A compound place name, such as "Brightwatch". */
export function drawPlaceName(stream: RandomStream): string {
  return pickOne(stream, PLACE_HEADS) + pickOne(stream, PLACE_TAILS);
}
