import type { CapturedTurn, ContentSource } from '../../model/capture.ts';
import { compactTurn } from '../adapter.ts';
import { isJson, type Json, listIn, numberIn, objectIn, stringIn, timeOfSeconds } from '../wire/json.ts';
import { markdownText } from '../wire/markdown-text.ts';

/** Marks of the form U+E200 kind U+E202 argument … U+E201: citations, names and other widgets inside the words. */
const WIDGET = /\uE200([a-z_]+)((?:\uE202[^\uE200\uE201]*)*)\uE201/g;
const OPEN_WIDGET = /\uE200[^\uE201]*$/;
const OLD_CITATION = /【\d+(?::\d+)?†[^】]*】/g;
/** Fences of a writing block: its words are kept. */
const WRITING_FENCE = /^:::\s*(?:writing\b[^\n]*)?\s*$/gm;

const widgetText = (_: string, kind: string, args: string): string => {
  if (kind !== 'entity') return '';
  return /\[\s*"[^"]*"\s*,\s*"([^"]+)"/.exec(args)?.[1] ?? '';
};

/** Words of a message without the site's own marks; a citation becomes the link that the site says it is. */
const cleaned = (markdown: string, metadata: Json | undefined): string => {
  let text = markdown;
  for (const reference of listIn(metadata, 'content_references')) {
    const matched = stringIn(reference, 'matched_text');
    if (!matched || matched.trim() === '') continue;
    text = text.replaceAll(matched, stringIn(reference, 'alt') ?? '');
  }
  return text
    .replace(WIDGET, widgetText)
    .replace(OPEN_WIDGET, '')
    .replace(OLD_CITATION, '')
    .replace(WRITING_FENCE, '')
    .trim();
};

const partText = (part: unknown): string => {
  if (typeof part === 'string') return part;
  return stringIn(part, 'content_type') === 'audio_transcription' ? (stringIn(part, 'text') ?? '') : '';
};

const isImage = (part: unknown): boolean => stringIn(part, 'content_type') === 'image_asset_pointer';

/** Roles of a message: what it is to a reader. */
export type Part =
  | { readonly kind: 'turn'; readonly turn: CapturedTurn }
  | { readonly kind: 'thinking'; readonly text: string }
  | { readonly kind: 'hidden' };

const HIDDEN: Part = { kind: 'hidden' };

const thoughtsOf = (content: Json): string =>
  listIn(content, 'thoughts')
    .map((thought) => stringIn(thought, 'content') ?? stringIn(thought, 'summary') ?? '')
    .filter((text) => text !== '')
    .join('\n\n');

const isFinished = (message: Json, metadata: Json | undefined): boolean => {
  const status = stringIn(message, 'status');
  if (status === 'in_progress') return false;
  if (status === 'finished_partial_completion') return false;
  const stop = stringIn(objectIn(metadata, 'finish_details'), 'type');
  return stop !== 'interrupted' && stop !== 'max_tokens';
};

const isHidden = (message: Json, metadata: Json | undefined, role: string | undefined): boolean =>
  (role !== 'user' && role !== 'assistant') ||
  metadata?.['is_visually_hidden_from_conversation'] === true ||
  numberIn(message, 'weight') === 0 ||
  (stringIn(message, 'recipient') ?? 'all') !== 'all';

const SPOKEN = new Set(['text', 'multimodal_text']);

/** What one message record of ChatGPT's JSON or stream is to a reader. */
export const readMessage = (value: unknown, source: ContentSource): Part => {
  if (!isJson(value)) return HIDDEN;
  const metadata = objectIn(value, 'metadata');
  const content = objectIn(value, 'content');
  const role = stringIn(objectIn(value, 'author'), 'role');
  const id = stringIn(value, 'id');
  if (!content || !id || isHidden(value, metadata, role)) return HIDDEN;
  const kind = stringIn(content, 'content_type') ?? 'text';
  if (kind === 'thoughts') return { kind: 'thinking', text: thoughtsOf(content) };
  if (!SPOKEN.has(kind)) return HIDDEN;
  const parts = listIn(content, 'parts');
  const raw = parts
    .map(partText)
    .filter((text) => text !== '')
    .join('\n');
  const markdown = role === 'user' ? raw.trim() : cleaned(raw, metadata);
  const attachments = [
    ...listIn(metadata, 'attachments').flatMap((file) => stringIn(file, 'name') ?? []),
    ...(role === 'assistant' && parts.some(isImage) ? ['image'] : []),
  ];
  if (markdown === '' && attachments.length === 0) return HIDDEN;
  return {
    kind: 'turn',
    turn: compactTurn({
      id,
      role: role as 'user' | 'assistant',
      text: role === 'user' ? markdown : markdownText(markdown),
      markdown,
      thinking: undefined,
      partial: role === 'assistant' && !isFinished(value, metadata),
      createdAt: timeOfSeconds(numberIn(value, 'create_time')),
      model:
        role === 'assistant'
          ? (stringIn(metadata, 'model_slug') ?? stringIn(metadata, 'resolved_model_slug'))
          : undefined,
      parentId: undefined,
      order: undefined,
      attachments: attachments.length > 0 ? attachments : undefined,
      source,
      offBranch: undefined,
    }),
  };
};

/** The record this one answers or continues. */
export const parentOf = (message: unknown): string | undefined =>
  stringIn(objectIn(message, 'metadata'), 'parent_id');
