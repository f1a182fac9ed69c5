/** Web origins whose pages are captured; the match patterns of the manifest are made from them. */
const CAPTURED_ORIGINS = ['https://chatgpt.com', 'https://claude.ai'] as const;

/** The replica chat page of `npm start`: only ever part of a development build. */
const DEVELOPMENT_ORIGINS = ['http://localhost'] as const;

/** Manifest match patterns for a build `mode` (`production` or `development`). */
export const contentScriptMatches = (mode: string): string[] =>
  [...CAPTURED_ORIGINS, ...(mode === 'development' ? DEVELOPMENT_ORIGINS : [])].map((origin) => `${origin}/*`);
