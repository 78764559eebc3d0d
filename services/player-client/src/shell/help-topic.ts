/** The topic of the manual that explains a screen; the first minutes where none does alone. */
const TOPIC_OF_SCREEN: Readonly<Record<string, string>> = {
  map: 'movement',
  sector: 'scanning',
  markets: 'trading',
  station: 'trading',
  ship: 'ships',
  ships: 'ships',
  missions: 'jobs',
  jobs: 'jobs',
  rankings: 'ranks',
  settings: 'keys',
};

/** What of a station is behind its address: `/game/station/…/services`. */
const TOPIC_OF_COUNTER: Readonly<Record<string, string>> = {
  services: 'stations',
  shipyard: 'ships',
  jobs: 'jobs',
};

/** Where the manual opens for whoever asks on the screen of `pathname`. */
export function helpPathOf(pathname: string): string {
  const [, , screen = '', , counter = ''] = pathname.split('/');
  const topic = TOPIC_OF_COUNTER[counter] ?? TOPIC_OF_SCREEN[screen];
  return topic === undefined ? '/help' : `/help/${topic}`;
}
