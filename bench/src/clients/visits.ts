/** Something a browser loads, by the modules of the build it asks for, and what it may weigh in bytes. */
export interface Visit {
  readonly name: string;
  readonly roots: readonly string[];
  /** Modules that are there already. */
  readonly after?: readonly string[];
  /** Budgets of the rule book (front ends 5.2). */
  readonly budget: { readonly js?: number; readonly css?: number; readonly fonts?: number };
}

/** The visits of one client. Whatever no visit loads waits until somebody opens another screen. */
export interface ClientVisits {
  readonly visits: readonly Visit[];
  /** What is loaded before any lazy chunk. */
  readonly first: readonly string[];
  /** The most any other lazy chunk may weigh. */
  readonly lazyBudget: number;
}

/** The budgets count kilobytes of 1,000 bytes. */
const KB = 1_000;

const catalogue = (name: string): string => `../../packages/i18n/locales/en/${name}.json`;

/** The cockpit with its words; the window onto the sector counts with the 3D picture in it. */
const GAME = [
  'index.html',
  'src/app/mount-game.tsx',
  'src/shell/GameShell.tsx',
  'src/features/navigation/CockpitPage.tsx',
  ...['common', 'game', 'trade', 'errors'].map(catalogue),
];

export const PLAYER_CLIENT: ClientVisits = {
  first: GAME,
  lazyBudget: 60 * KB,
  visits: [
    {
      name: 'landing',
      roots: ['index.html', 'src/app/PublicApp.tsx', ...['common', 'auth'].map(catalogue)],
      budget: { js: 90 * KB },
    },
    {
      name: 'game without 3D',
      roots: GAME,
      budget: { js: 190 * KB, css: 30 * KB, fonts: 90 * KB },
    },
    {
      name: 'sector in 3D',
      roots: ['src/scene/index.ts', 'src/scene/SectorScene.tsx'],
      after: GAME,
      budget: { js: 300 * KB },
    },
    {
      name: 'galaxy in 3D',
      roots: ['src/features/map/MapPage.tsx', 'src/features/map/GalaxyView.tsx'],
      after: GAME,
      budget: { js: 300 * KB },
    },
  ],
};

export const CONSOLE: ClientVisits = {
  first: ['index.html'],
  lazyBudget: 60 * KB,
  visits: [{ name: 'first load', roots: ['index.html'], budget: {} }],
};
