import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the game server of this machine listens; the console itself always calls its own origin. */
const GAMESERVER = process.env.GAMESERVER_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  base: '/admin/',
  plugins: [react()],
  server: {
    host: '127.0.0.1',
    port: 3001,
    strictPort: true,
    proxy: { '/api': { target: GAMESERVER, changeOrigin: false } },
  },
  build: {
    outDir: 'dist',
    target: 'es2023',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // What the measurements of `bench/` read the sizes from.
    manifest: true,
  },
});
