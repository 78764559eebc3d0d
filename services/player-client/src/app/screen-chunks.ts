/** The screens of the shell, each a chunk of its own. */
export const SCREEN_CHUNKS = {
  cockpit: async () => ({ Component: (await import('../features/navigation/CockpitPage.tsx')).CockpitPage }),
  sector: async () => ({ Component: (await import('../features/dossier/DossierPage.tsx')).DossierPage }),
  map: async () => ({ Component: (await import('../features/map/MapPage.tsx')).MapPage }),
  markets: async () => ({ Component: (await import('../features/trading/ComputerPage.tsx')).ComputerPage }),
  station: async () => ({ Component: (await import('../features/trading/MarketPage.tsx')).MarketPage }),
  services: async () => ({
    Component: (await import('../features/services/ServicesPage.tsx')).ServicesPage,
  }),
  jobs: async () => ({ Component: (await import('../features/station-contracts/JobsPage.tsx')).JobsPage }),
  board: async () => ({
    Component: (await import('../features/station-contracts/BoardPage.tsx')).BoardPage,
  }),
  ships: async () => ({ Component: (await import('../features/ships/ShipsPage.tsx')).ShipsPage }),
  shipyard: async () => ({ Component: (await import('../features/ships/ShipyardPage.tsx')).ShipyardPage }),
  comms: async () => ({ Component: (await import('../features/chat/CommsPage.tsx')).CommsPage }),
  log: async () => ({ Component: (await import('../features/log/LogPage.tsx')).LogPage }),
  settings: async () => ({ Component: (await import('../features/settings/SettingsPage.tsx')).SettingsPage }),
  account: async () => ({ Component: (await import('../features/profile/ProfilePage.tsx')).ProfilePage }),
  more: async () => ({ Component: (await import('../shell/MorePage.tsx')).MorePage }),
} as const;

const WAIT_MS = 4_000;

/**
 * Loads the other screens once the first one is at rest, so that a screen opens at once, and also while
 * nobody answers. The returned function calls it off.
 */
export function preloadScreens(): () => void {
  const timer = setTimeout(() => {
    for (const load of Object.values(SCREEN_CHUNKS)) load().catch(() => undefined);
  }, WAIT_MS);
  return () => clearTimeout(timer);
}
