/** Parts of the popup that nobody sees before the first search: loaded while the first list is drawn. */
export { completionsOf } from '../query/completions.ts';
export { TokenBar } from '../query/token-bar.tsx';
export { NothingFound } from './nothing-found.tsx';
export { WhyDrawer } from './why-drawer.tsx';
