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

/** Where the manual opens for whoever asks on the screen of `pathname`. */
export function helpPathOf(pathname: string): string {
  const screen = pathname.split('/')[2] ?? '';
  const topic = TOPIC_OF_SCREEN[screen];
  return topic === undefined ? '/help' : `/help/${topic}`;
}
