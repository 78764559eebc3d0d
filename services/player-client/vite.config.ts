import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { leanForBrowsers } from './src/bundling/lean-for-browsers.ts';

/** Where the game server of this machine listens; the client itself always calls its own origin. */
const GAMESERVER = process.env.GAMESERVER_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [leanForBrowsers(fileURLToPath(new URL('./src/bundling', import.meta.url))), react()],
  server: {
    host: '127.0.0.1',
    port: 3000,
    strictPort: true,
    proxy: { '/api': { target: GAMESERVER, ws: true, changeOrigin: false } },
  },
  build: {
    outDir: 'dist',
    target: 'es2023',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // What `npm test` measures the budgets of rule book, front ends 5.2 from.
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Two files instead of sixty: what every page needs, and, with all it imports, what the first
          // view of the game needs. Whatever both visits share has to match `base`, or the landing page
          // loads the game; screens that load later are split as they are reached.
          groups: [
            {
              name: 'base',
              priority: 2,
              test: /node_modules\/(?:react|react-dom|scheduler|clsx)\/|preload-helper|packages\/ui\/src\/(?:styles|glyphs\/|primitives\/(?:Button|button-class|KeyCap))|src\/app\/public-routes/,
            },
            { name: 'first-view', priority: 1, test: /(?:mount-game|GameShell|CockpitPage)\.tsx$/ },
          ],
        },
      },
    },
  },
});
