import { fileURLToPath } from 'node:url';

/**
 * For browsers this package decodes entities by setting innerHTML, which Trusted Types refuse; its other build
 * looks them up in a table.
 */
export const TRUSTED_TYPES_ALIASES = {
  'decode-named-character-reference': fileURLToPath(
    new URL('../node_modules/decode-named-character-reference/index.js', import.meta.url),
  ),
};
