import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { earlyScreens } from './early-screens.ts';

const top = fileURLToPath(new URL('..', import.meta.url));

/** The word that the server replaces by a fresh nonce in every answer of index.html; nothing else in it changes. */
const NONCE = '__INTERSPACE_NONCE__';

export default defineConfig(({ command }) => ({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), earlyScreens(fileURLToPath(new URL('src/app/routes.tsx', import.meta.url)))],
  resolve: {
    // The nouns and the contract, also where npm linked no workspaces. They lose their code: only types are taken.
    alias: [{ find: /^@interspace\/([^/]+)\/(.+)$/, replacement: `${top}$1/src/$2.ts` }],
  },
  // The development server has no strict policy and could not replace it.
  ...(command === 'build' ? { html: { cspNonce: NONCE } } : {}),
  build: {
    outDir: fileURLToPath(new URL('../dist/workbench', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_200,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // Few files: each of them costs a request when the page is new and a look-up whenever it is opened.
        codeSplitting: {
          groups: [
            {
              name: 'vendor',
              test: /node_modules\/(?!echarts|zrender|@mantine\/(?:dates|dropzone|spotlight)|dayjs|react-dropzone|file-selector|react-number-format)/,
              minShareCount: 2,
            },
            { name: 'shared', test: /workbench\/src\/(?:app|ui)\//, minShareCount: 2 },
          ],
        },
      },
    },
  },
  server: {
    port: 5183,
    proxy: { '/api': process.env['INTERSPACE_SERVER'] ?? 'http://127.0.0.1:8642' },
  },
}));
