import type { Seq } from '../../../core/model/memory.ts';
import { hrefOf, route } from '../router.ts';

/** Address of a memory; one that a search found carries the search along, so that its page can say why. */
export const memoryHref = (seq: Seq, found: boolean): string => {
  const query = found ? (route.peek().params.get('q') ?? '') : '';
  return hrefOf(`memory/${seq}`, query === '' ? undefined : new URLSearchParams({ q: query }));
};
