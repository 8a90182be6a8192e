import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{core,library,wire,cli,batch,server,workbench,bench,examples,scripts}/**/*.test.{ts,tsx}'],
    globalSetup: 'scripts/test-folder.mjs',
    exclude: ['**/node_modules/**', '**/dist/**'],
    // Pure modules need no fresh world for each file, and start-up dominates their time.
    isolate: false,
    testTimeout: 30_000,
    // What a page shows in the end, on a machine that does other things as well.
    expect: { poll: { timeout: 20_000, interval: 100 } },
    // The first test that asks for a database waits until one is made.
    hookTimeout: 120_000,
  },
});
