import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{core,library,wire,cli,batch,bench,examples,scripts}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    // Pure modules need no fresh world for each file, and start-up dominates their time.
    isolate: false,
    testTimeout: 30_000,
  },
});
