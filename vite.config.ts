import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { bundleWorkers } from './app/bundle-workers.ts';
import { APP_POLICY } from './app/policy.ts';
import { TRUSTED_TYPES_ALIASES } from './app/trusted-types-aliases.ts';
import { modernDexie } from './scripts/lib/modern-dexie.ts';
import { onlyOurStemmers } from './scripts/lib/only-our-stemmers.ts';
import { smallerVaultWorker } from './scripts/lib/smaller-vault-worker.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** The web app: the manager on an origin of its own, installable, offline from the second visit. */
export default defineConfig({
  root: path('app'),
  resolve: { alias: TRUSTED_TYPES_ALIASES },
  publicDir: path('public'),
  build: {
    outDir: path('.output/app'),
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
  },
  server: { fs: { allow: [path('.')] } },
  plugins: [
    preact(),
    bundleWorkers(
      [
        { file: 'vault-worker.js', module: 'workers/vault.ts', start: 'startVault' },
        { file: 'analyst-worker.js', module: 'workers/analyst.ts', start: 'startAnalyst' },
      ],
      [modernDexie(), onlyOurStemmers(), smallerVaultWorker()],
    ),
    {
      name: 'recollect-policy',
      apply: 'build',
      transformIndexHtml: (html) =>
        html.replace(
          '<!-- policy -->',
          `<meta http-equiv="Content-Security-Policy" content="${APP_POLICY}" />`,
        ),
    },
    VitePWA({
      strategies: 'generateSW',
      filename: 'sw.js',
      registerType: 'prompt',
      // Registered by app/keep-service-worker.ts, which knows Trusted Types.
      injectRegister: false,
      manifestFilename: 'manifest.webmanifest',
      includeAssets: ['icon/*', 'before-paint.js'],
      workbox: {
        globPatterns: ['**/*.{html,js,css,svg,png,webmanifest}'],
        inlineWorkboxRuntime: true,
        cleanupOutdatedCaches: true,
        maximumFileSizeToCacheInBytes: 8_000_000,
        navigateFallback: 'index.html',
      },
      manifest: {
        id: '/',
        name: 'Recollect',
        short_name: 'Recollect',
        description:
          'Private memory for everything you discuss with AI. Kept on your machine, found as you type.',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        theme_color: '#0e5966',
        background_color: '#f9f8f4',
        categories: ['productivity', 'utilities'],
        icons: [
          { src: '/icon/192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon/512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon/maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
          { src: '/icon/mark.svg', sizes: 'any', type: 'image/svg+xml' },
        ],
        file_handlers: [{ action: '/', accept: { 'application/zip': ['.zip', '.recollect.zip'] } }],
        launch_handler: { client_mode: ['focus-existing', 'auto'] },
      },
    }),
  ],
});
