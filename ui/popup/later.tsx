/** Parts of the popup that nobody needs before the first list is drawn: loaded meanwhile. */
export { completionsOf } from '../query/completions.ts';
export { TokenBar } from '../query/token-bar.tsx';
export { ActionBar } from './action-bar.tsx';
export { NothingFound } from './nothing-found.tsx';
export { WhyDrawer } from './why-drawer.tsx';
