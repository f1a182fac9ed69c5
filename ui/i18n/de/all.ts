import { de as data } from './data.ts';
import { de as later } from './later.ts';
import { de as memories } from './memories.ts';
import { de as popup } from './popup.ts';
import { de as said } from './said.ts';
import { de as system } from './system.ts';

/** Every string of the manager. */
export const all = { ...popup, ...memories, ...data, ...system, ...later, ...said };
