import type { Catalog } from '../message.ts';

export const en = {} as const satisfies Catalog;
