import { en } from '../en/system.ts';

export const fr = en;
