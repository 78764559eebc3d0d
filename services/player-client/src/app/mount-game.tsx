import { createI18n } from '@sw/i18n';
import type { Root } from 'react-dom/client';
import { readDisplayMirror } from './display-settings.ts';
import { GameApp } from './GameApp.tsx';
import { chartDisk } from './game-queries.ts';
import { createGameRouter } from './game-router.tsx';
import { createGameServices } from './game-services.ts';
import type { SignInReply } from './public-api.ts';
import { loginPathFor } from './public-routes.ts';
import { loadConfig } from './runtime-config.ts';

/**
 * Starts the game in `root`. `signedIn` is the answer of a sign-in just made on this page; without one
 * the refresh cookie decides.
 */
export async function mountGame(root: Root, signedIn: SignInReply | null): Promise<void> {
  const [config, i18n] = await Promise.all([
    loadConfig(),
    createI18n({
      language: readDisplayMirror().language ?? 'en',
      namespaces: ['common', 'game', 'errors'],
    }),
  ]);
  const services = createGameServices({
    config,
    i18n,
    signedIn,
    page: location,
    onFirstLoginOpen: () => void router.navigate('/welcome'),
  });
  const router = createGameRouter(services);
  services.session.subscribe(() => {
    const state = services.session.state();
    if (state.status !== 'signed_out') return;
    services.disconnect();
    // A full load: nothing of one person stays in memory for the next.
    const here = location.pathname + location.search;
    if (state.reason === 'signed_out') void chartDisk.clear().then(() => location.assign('/'));
    else if (here.startsWith('/game') || here.startsWith('/welcome'))
      location.assign(`${loginPathFor(here)}${here === '/game' ? '?' : '&'}why=ended`);
  });
  root.render(<GameApp services={services} router={router} />);
  // For the log line of a trade made elsewhere; screens that show prices wait for these themselves.
  void i18n.loadNamespaces(['trade']);
}
