import type { Plugin } from 'vite';
import { SNOWBALL_NAME } from '../../core/search/analyse/stemmed-languages.ts';

/** One algorithm of the package: a class that only its table at the end names. */
const ALGORITHM =
  /^ {4}var ([a-z]+)Stemmer = function \(_SnowballStemmer\d*\) \{\n[\s\S]*?^ {4}\}\(SnowballStemmer\);$/gm;

/** The source of `snowball-stemmers` without the algorithms that we do not use; those we use are untouched. */
export const withoutOtherStemmers = (source: string): string => {
  const wanted = new Set(Object.values(SNOWBALL_NAME));
  const found = new Set<string>();
  const code = source.replace(ALGORITHM, (algorithm, name: string) => {
    found.add(name);
    return wanted.has(name) ? algorithm : `    var ${name}Stemmer;`;
  });
  const missing = [...wanted].filter((name) => !found.has(name));
  if (missing.length > 0 || found.size === wanted.size)
    throw new Error(`snowball-stemmers has another form than expected (${found.size} algorithms found).`);
  // Its compiler's mark in the names of methods: 0.3 kB of the worker, gz.
  return code.replaceAll('$esjava$', '$');
};

/** The package is one file of 24 languages, which no bundler can take apart. */
export const onlyOurStemmers = (): Plugin => ({
  name: 'recollect-only-our-stemmers',
  transform: (code, id) =>
    /[\\/]snowball-stemmers\.js$/.test(id) ? { code: withoutOtherStemmers(code), map: null } : undefined,
});
