import { en } from '../en/memories.ts';

export const de = en;
