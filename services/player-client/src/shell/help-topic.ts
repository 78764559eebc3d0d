import type { Topic } from '../features/help/manual-topics.ts';

/** The topic of the manual that explains a screen; the first minutes where none does alone. */
const TOPIC_OF_SCREEN: Readonly<Record<string, Topic>> = {
  map: 'movement',
  sector: 'scanning',
  markets: 'prices',
  station: 'trading',
  ship: 'ships',
  ships: 'ships',
  missions: 'jobs',
  jobs: 'jobs',
  rankings: 'ranks',
  comms: 'comms',
  log: 'log',
  settings: 'keys',
};

/** What of a station is behind its address: `/game/station/…/services`. */
const TOPIC_OF_COUNTER: Readonly<Record<string, Topic>> = {
  services: 'counters',
  bank: 'counters',
  warehouse: 'counters',
  refining_facility: 'counters',
  rare_buyer: 'counters',
  market_intelligence: 'counters',
  insurance: 'counters',
  shipyard: 'ships',
  jobs: 'jobs',
};

/** Where the manual opens for whoever asks on the screen of `pathname`. */
export function helpPathOf(pathname: string): string {
  const [, , screen = '', , counter = ''] = pathname.split('/');
  const topic = TOPIC_OF_COUNTER[counter] ?? TOPIC_OF_SCREEN[screen];
  return topic === undefined ? '/help' : `/help/${topic}`;
}
