import { en } from '../en/memories.ts';

export const fr = en;
