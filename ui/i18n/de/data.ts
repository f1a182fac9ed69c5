import { en } from '../en/data.ts';

export const de = en;
