import type { Plugin } from 'vite';

const OURS = [
  'entrypoints/chat.content/matches.ts',
  'ui/appearance.ts',
  'ui/components/(?:marked|switch|trust-dot).tsx',
  'ui/(?:feedback|format-row|full-vault|marks|safe-url|vault-over-comlink).ts',
  'ui/i18n/(?:i18n|message|en/popup).ts',
  'ui/insertion/insertion-key.ts',
  'ui/icon-of.tsx',
  'workers/connect.ts',
];

/** What the first paint of the popup has in common with other pages and parts; hooks, for one, it does without. */
const SHARED = {
  name: 'shared',
  test: new RegExp(
    `/node_modules/(?:preact/(?!hooks)|@preact/signals-core/|comlink/)|/(?:${OURS.join('|')})$|vite/preload-helper`,
  ),
};

/** One script for what the pages share: it is smaller compressed than the dozen that a bundler makes of itself. */
export const sharedScript = (): Plugin => ({
  name: 'recollect-shared-script',
  apply: 'build',
  // Workers and content scripts are one classic script each.
  outputOptions: (options) =>
    options.format === 'iife' ? null : { ...options, codeSplitting: { groups: [SHARED] } },
});
