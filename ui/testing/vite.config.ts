import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import type { InlineConfig } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));

const STAND_IN_BY_ENDING = {
  'workers/connect.ts': 'fake-connect.ts',
  'workers/join-analyst.ts': 'fake-connect.ts',
  'extension-platform.ts': 'fake-extension-platform.ts',
  'welcome-platform.ts': 'fake-welcome-platform.ts',
  'chrome-platform.ts': 'fake-chrome-platform.ts',
} as const;

/** The very pages of the extension, with a vault of invented memories and no browser API behind them. */
const config: InlineConfig = {
  root,
  configFile: false,
  plugins: [
    {
      name: 'stand-ins',
      enforce: 'pre',
      resolveId(source) {
        const found = Object.entries(STAND_IN_BY_ENDING).find(([ending]) => source.endsWith(ending));
        return found && here + found[1];
      },
    },
    preact(),
  ],
};

export default config;
