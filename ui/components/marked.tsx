import type { Mark } from '../../core/model/query.ts';
import { segmentsOf } from '../marks.ts';

/** Captured text with its hits marked; text only, whatever it contains. */
export const Marked = ({ text, marks }: { text: string; marks: readonly Mark[] }) => (
  <bdi>{segmentsOf(text, marks).map(({ text: part, marked }) => (marked ? <mark>{part}</mark> : part))}</bdi>
);
