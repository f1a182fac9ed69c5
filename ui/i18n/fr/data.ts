import { en } from '../en/data.ts';

export const fr = en;
