import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { leanForBrowsers } from './src/bundling/lean-for-browsers.ts';

/**
 * The page on which the map is measured (`lab.html`). A build of its own, into a folder the caller names:
 * nothing of it is ever served to players.
 */
export default defineConfig({
  plugins: [leanForBrowsers(fileURLToPath(new URL('./src/bundling', import.meta.url))), react()],
  publicDir: false,
  build: {
    target: 'es2023',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { input: fileURLToPath(new URL('./lab.html', import.meta.url)) },
  },
});
