import { de as popup } from './popup.ts';
import { de as said } from './said.ts';

/** Every string of the popup, with what the vault says there. */
export const all = { ...popup, ...said };
