import { signal } from '@preact/signals';
import type { Seq } from '../../../core/model/memory.ts';

/** Memories chosen in the list to be exported; empty means the export page offers everything. */
export const exportSelection = signal<readonly Seq[]>([]);
