import type { RandomStream } from '@sw/rules';

/** Small talk of people who carry freight. */
const LINES: readonly string[] = [
  'Fair winds to everyone here.',
  'Quiet lane tonight.',
  'Anyone know a good price for equipment nearby?',
  'Holds are full, engines are warm.',
  'Mind the hazard readings two sectors out.',
  'Refuelling, then back to the run.',
  'That last margin paid for the docking fee, just about.',
  'Nice view of the nebula from this side.',
  'Charting the far end of the cluster today.',
  'Long queue at the dock, good company though.',
  'Organics are going cheap where I came from.',
  'If you see an empty berth, it is yours.',
  'One more loop and then I call it a day.',
  'Safe travels, all.',
  'Never trust a market nobody has visited since yesterday.',
  'The tunnel saves three turns if you know the way.',
];

/** Deals lines like cards: none comes twice before all have been said. */
export class Conversation {
  readonly #random: RandomStream;
  #deck: string[] = [];

  constructor(random: RandomStream) {
    this.#random = random;
  }

  next(): string {
    if (this.#deck.length === 0) this.#deck = [...LINES];
    const [line] = this.#deck.splice(this.#random.roll(this.#deck.length), 1);
    return line ?? LINES[0] ?? '';
  }
}
