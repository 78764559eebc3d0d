/** A faction of the roster (rule book, society 5.1); codes are fixed. */
export interface Faction {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly isAllyable: boolean;
  readonly aggression: number;
  readonly colours: readonly [main: string, accent: string];
}

/** The roster. */
export const FACTIONS: readonly Faction[] = [
  {
    code: 'terran_federation',
    name: 'Terran Federation',
    kind: 'government',
    isAllyable: true,
    aggression: 4,
    colours: ['#0066CC', '#FFFFFF'],
  },
  {
    code: 'mercantile_guild',
    name: 'Mercantile Guild',
    kind: 'traders',
    isAllyable: true,
    aggression: 2,
    colours: ['#009900', '#FFCC00'],
  },
  {
    code: 'frontier_coalition',
    name: 'Frontier Coalition',
    kind: 'colonies',
    isAllyable: true,
    aggression: 6,
    colours: ['#FF9900', '#333333'],
  },
  {
    code: 'astral_mining_consortium',
    name: 'Astral Mining Consortium',
    kind: 'miners',
    isAllyable: true,
    aggression: 5,
    colours: ['#8B5A2B', '#333333'],
  },
  {
    code: 'nova_scientific_institute',
    name: 'Nova Scientific Institute',
    kind: 'science',
    isAllyable: true,
    aggression: 3,
    colours: ['#6600CC', '#CCCCCC'],
  },
  {
    code: 'fringe_alliance',
    name: 'Fringe Alliance',
    kind: 'outlaws',
    isAllyable: true,
    aggression: 7,
    colours: ['#996600', '#000000'],
  },
  {
    code: 'shadow_syndicate',
    name: 'Shadow Syndicate',
    kind: 'smugglers',
    isAllyable: true,
    aggression: 6,
    colours: ['#1A1A2E', '#C9A227'],
  },
  {
    code: 'pirates',
    name: 'Pirates',
    kind: 'hostile',
    isAllyable: false,
    aggression: 10,
    colours: ['#CC0000', '#000000'],
  },
  {
    code: 'galactic_concord',
    name: 'Galactic Concord',
    kind: 'hub_police',
    isAllyable: false,
    aggression: 5,
    colours: ['#4A5568', '#E2E8F0'],
  },
];
