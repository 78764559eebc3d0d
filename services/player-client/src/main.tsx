import '@sw/ui/styles.css';
import { createRoot } from 'react-dom/client';
import { publicPathOf } from './app/public-routes.ts';

const container = document.getElementById('root');
if (container === null) throw new Error('The document has no #root element');
const root = createRoot(container);

// Two halves: the pages before the game stay small, the game brings router, cache and schemas.
if (publicPathOf(location.pathname) === null) {
  const { mountGame } = await import('./app/mount-game.tsx');
  await mountGame(root, null);
} else {
  const { PublicApp } = await import('./app/PublicApp.tsx');
  root.render(
    <PublicApp
      enterGame={async (signedIn, path) => {
        const { mountGame } = await import('./app/mount-game.tsx');
        history.pushState(null, '', path);
        await mountGame(root, signedIn);
      }}
    />,
  );
}
