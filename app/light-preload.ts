import type { Plugin } from 'vite';

const HELPER = '\0vite/preload-helper.js';

/** Loads the style sheets of a part before the part itself. `files` are relative to the root. */
const LIGHT = `
const styles = {};
const addStyle = (file) => (styles[file] ??= new Promise((done, fail) => {
  if (document.querySelector('link[href$="/' + file + '"]')) return done();
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/' + file, onload: done });
  link.onerror = () => fail(new Error(file + ' could not be loaded.'));
  document.head.append(link);
}));
export const __vitePreload = (load, files = []) =>
  Promise.all(files.filter((file) => file.endsWith('.css')).map(addStyle)).then(load);
`;

/** Vite's helper for parts loaded on demand, without the hints, nonces and events that our pages do not use. */
export const lightPreload = (): Plugin => ({
  name: 'recollect-light-preload',
  apply: 'build',
  enforce: 'pre',
  load: (id) => (id === HELPER ? LIGHT : undefined),
});
