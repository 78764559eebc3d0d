import type { CommodityCode } from '@sw/contracts';

export type OrderSide = 'buy' | 'sell';
export type Amount = number | 'max';

/** What a line of the command line means. Numbers of sectors are those a person reads, not ids. */
export type Command =
  | { readonly verb: 'move'; readonly to: number | 'next' }
  | { readonly verb: 'plot'; readonly to: number; readonly avoid: readonly number[] }
  | { readonly verb: 'course' }
  | { readonly verb: 'clear' }
  | { readonly verb: 'auto'; readonly mode: 'on' | 'off' | 'step' }
  | { readonly verb: 'dock'; readonly station: number }
  | { readonly verb: 'undock' }
  | { readonly verb: 'display' }
  | {
      readonly verb: 'order';
      readonly side: OrderSide;
      readonly amount: Amount;
      readonly item: CommodityCode;
    }
  | { readonly verb: 'trade' }
  | { readonly verb: 'quote'; readonly amount: number; readonly item: CommodityCode }
  | {
      readonly verb: 'find';
      readonly side: OrderSide;
      readonly item: CommodityCode;
      readonly within: number | null;
    }
  | { readonly verb: 'route'; readonly maxHops: number | null }
  | { readonly verb: 'near'; readonly what: 'station' | 'shipyard' | 'unexplored' }
  | { readonly verb: 'scan'; readonly mode: 'adjacent' | 'deep' }
  | { readonly verb: 'harvest' }
  | { readonly verb: 'salvage' }
  | { readonly verb: 'recall' }
  | { readonly verb: 'sector'; readonly number: number }
  | { readonly verb: 'note' | 'mark'; readonly sector: number; readonly text: string }
  | { readonly verb: 'avoid' | 'unavoid'; readonly sector: number }
  | { readonly verb: 'say'; readonly text: string }
  | { readonly verb: 'who' }
  | { readonly verb: 'turns' }
  | { readonly verb: 'ship' }
  | { readonly verb: 'cargo' }
  | { readonly verb: 'jobs' }
  | {
      readonly verb: 'haul';
      readonly direction: 'load' | 'unload';
      readonly amount: Amount;
      readonly item: CommodityCode;
    }
  | { readonly verb: 'jettison' }
  | { readonly verb: 'log'; readonly filter: string | null }
  | { readonly verb: 'help'; readonly topic: string | null }
  | { readonly verb: 'alias'; readonly name: string; readonly line: string | null };

/** What the parser expects at the place where a line stops making sense. */
export type Expected =
  | 'verb'
  | 'sector'
  | 'amount'
  | 'item'
  | 'side'
  | 'mode'
  | 'place'
  | 'text'
  | 'name'
  | 'nothing';

export type Parsed =
  | { readonly ok: true; readonly command: Command }
  | {
      readonly ok: false;
      readonly expected: Expected;
      /** What was found instead; empty at the end of the line. */
      readonly found: string;
      /** Several things begin like this. */
      readonly candidates: readonly string[];
    };
