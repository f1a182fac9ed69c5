import { fr as popup } from './popup.ts';
import { fr as said } from './said.ts';

/** Every string of the popup, with what the vault says there. */
export const all = { ...popup, ...said };
