import type { MemoryFilter } from '../model/query.ts';
import type { ParsedQuery } from '../search/index.ts';
import type { Catalog } from '../store/catalog.ts';

export const filterOfQuery = (_parsed: ParsedQuery, _catalog: Catalog): MemoryFilter => ({});
