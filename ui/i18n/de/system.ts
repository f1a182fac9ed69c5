import { en } from '../en/system.ts';

export const de = en;
