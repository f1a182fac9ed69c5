import { fr as data } from './data.ts';
import { fr as later } from './later.ts';
import { fr as memories } from './memories.ts';
import { fr as popup } from './popup.ts';
import { fr as said } from './said.ts';
import { fr as system } from './system.ts';

/** Every string of the manager. */
export const all = { ...popup, ...memories, ...data, ...system, ...later, ...said };
