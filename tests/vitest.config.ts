import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: '.',
    include: ['tests/**/*.test.ts'],
    reporters: ['default'],
    testTimeout: 60_000,
    coverage: {
      include: ['src/diagram/**'],
      reportOnFailure: true,
      reportsDirectory: 'node_modules/.cache/coverage',
      reporter: ['text', 'json'],
    },
  },
});
