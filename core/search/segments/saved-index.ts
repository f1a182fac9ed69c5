import * as v from 'valibot';
import { Titles } from '../titles.ts';
import type { Segment } from '../types.ts';
import type { Corpus, NamedSegment } from './corpus.ts';
import { seal } from './seal.ts';
import type { SealedSegment } from './sealed-segment.ts';
import { decodeSegment, packSegment, storedChecksum } from './segment-codec.ts';
import { decodeText, encodeText } from './text-block.ts';

/** What a search index starts from. */
export type SavedIndex = {
  readonly segments: readonly NamedSegment[];
  readonly titles: Titles;
  /** First number not used in a segment's name. */
  readonly nextName: number;
  /** The segments as they lie in the store. */
  readonly stored: readonly Segment[];
};

const TITLES = 'titles';
const MANIFEST = 'manifest';
/** Raised when the analyser changes what it makes of the same words: older segments are then built anew. */
const ANALYSIS = 2;

const ManifestSchema = v.object({
  analysis: v.literal(ANALYSIS),
  nextName: v.number(),
  segments: v.array(v.object({ name: v.string(), checksum: v.number(), ranges: v.array(v.number()) })),
});
type Manifest = v.InferOutput<typeof ManifestSchema>;

const TitlesSchema = v.array(v.tuple([v.number(), v.string()]));

/** Seqs as [first, last, first, last, …]: they mostly come in runs. */
const rangesOf = ({ arrays }: SealedSegment): number[] => {
  const ranges: number[] = [];
  for (const seq of arrays.seq.slice().sort()) {
    if (ranges.at(-1) === seq - 1) ranges[ranges.length - 1] = seq;
    else ranges.push(seq, seq);
  }
  return ranges;
};

const seqsOf = (ranges: readonly number[]): number[] => {
  const seqs: number[] = [];
  for (let at = 0; at + 1 < ranges.length; at += 2) {
    for (let seq = ranges[at] as number; seq <= (ranges[at + 1] as number); seq++) seqs.push(seq);
  }
  return seqs;
};

const tailBytes = new WeakMap<
  object,
  { readonly version: number; readonly segment: SealedSegment | undefined }
>();

/** Everything of the index as named bytes: the sealed segments, the tail sealed for the occasion, titles, manifest. */
export const writeSegments = (corpus: Corpus, titles: Titles, nextName: number): Segment[] => {
  let saved = tailBytes.get(corpus.tail);
  if (saved?.version !== corpus.version) {
    const sealed = seal([corpus.tail]);
    saved = { version: corpus.version, segment: sealed && packSegment(sealed) };
    tailBytes.set(corpus.tail, saved);
  }
  const named = [...corpus.sealed];
  if (saved.segment) named.push({ name: corpus.tailName, segment: saved.segment });
  const segments = named.map(({ name, segment }) => ({
    name,
    bytes: packSegment(segment).bytes as Uint8Array,
  }));
  const manifest: Manifest = {
    analysis: ANALYSIS,
    nextName,
    segments: named.map(({ name, segment }, index) => ({
      name,
      checksum: storedChecksum((segments[index] as Segment).bytes),
      ranges: rangesOf(segment),
    })),
  };
  return [
    ...segments,
    { name: TITLES, bytes: encodeText(JSON.stringify([...titles.entries()])) },
    { name: MANIFEST, bytes: encodeText(JSON.stringify(manifest)) },
  ];
};

const readJson = <S extends v.GenericSchema>(
  schema: S,
  bytes: Uint8Array | undefined,
): v.InferOutput<S> | undefined => {
  const text = bytes && decodeText(bytes);
  if (text === undefined) return undefined;
  const parsed = v.safeParse(schema, JSON.parse(text));
  return parsed.success ? parsed.output : undefined;
};

/**
 * Reads what {@link writeSegments} wrote. Anything that is not exactly that is left out and named in `damaged`;
 * `missing` tells whose documents to feed again: `all` without a manifest, or when the titles are lost.
 */
export const readSegments = (
  stored: readonly Segment[],
): { readonly saved: SavedIndex; readonly missing: number[] | 'all'; readonly damaged: string[] } => {
  const bytesByName = new Map(stored.map(({ name, bytes }) => [name, bytes]));
  const nothing: SavedIndex = { segments: [], titles: new Titles(), nextName: 0, stored };
  if (stored.length === 0) return { saved: nothing, missing: 'all', damaged: [] };
  const manifest = readJson(ManifestSchema, bytesByName.get(MANIFEST));
  if (!manifest) return { saved: nothing, missing: 'all', damaged: [MANIFEST] };
  const entries = readJson(TitlesSchema, bytesByName.get(TITLES));
  if (!entries)
    return { saved: { ...nothing, nextName: manifest.nextName }, missing: 'all', damaged: [TITLES] };
  const titles = new Titles();
  for (const [conversation, title] of entries) titles.set(conversation, title);
  const segments: NamedSegment[] = [];
  const missing: number[] = [];
  const damaged: string[] = [];
  for (const { name, checksum, ranges } of manifest.segments) {
    const bytes = bytesByName.get(name);
    const segment = bytes && storedChecksum(bytes) === checksum ? decodeSegment(bytes) : undefined;
    if (segment) segments.push({ name, segment });
    else {
      damaged.push(name);
      missing.push(...seqsOf(ranges));
    }
  }
  return { saved: { segments, titles, nextName: manifest.nextName, stored }, missing, damaged };
};
