import { type Detection, detect } from '../../core/trust/index.ts';
import type { Family } from './families.ts';

/** A text with what the detector made of it: read once, used in every run. */
export type Judged = { readonly text: string; readonly detection: Detection };
export type JudgedFamily = { readonly name: string; readonly items: readonly Judged[] };

export const judge = ({ name, texts }: Family): JudgedFamily => ({
  name,
  items: texts.map((text) => ({ text, detection: detect(text, { role: 'assistant' }) })),
});

export const flaggedShare = (items: readonly Judged[]): number =>
  items.filter(({ detection }) => detection.flagged).length / (items.length || 1);
