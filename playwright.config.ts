import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  outputDir: '.output/e2e',
  // Each test owns a whole browser with its profile: more than one at a time starves small machines.
  workers: 1,
  timeout: 90_000,
  // A retry would hide exactly the lost message that these tests look for.
  retries: 0,
  forbidOnly: true,
  reporter: 'list',
  expect: { timeout: 5_000 },
});
