import { PASTED } from '../../model/capture.ts';
import { INTEGRITY_LABELS } from '../../model/memory.ts';
import { EXPORT_FORMAT, EXPORT_VERSION } from './export-format.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const time = { type: 'integer', minimum: 0, description: 'milliseconds since 1970-01-01T00:00:00Z' } as const;
const texts = { type: 'array', items: text } as const;

/** JSON Schema (2020-12) of the lines of an export, written into every archive as `schema.json`. */
export const EXPORT_JSON_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `urn:${EXPORT_FORMAT}:${EXPORT_VERSION}`,
  title: `Recollect export, version ${EXPORT_VERSION}`,
  description:
    'Each line of memories-*.jsonl, conversations-*.jsonl and agents-*.jsonl is one object of the type below.',
  $defs: {
    memory: {
      type: 'object',
      additionalProperties: false,
      required: [
        'id',
        'conversation',
        'order',
        'role',
        'agent',
        'origin',
        'createdAt',
        'capturedAt',
        'updatedAt',
        'source',
        'partial',
        'corroborated',
        'offBranch',
        'label',
        'state',
        'stateSince',
        'pinned',
        'tags',
        'importance',
        'attachments',
        'text',
      ],
      properties: {
        id: text,
        conversation: { ...text, description: 'key of its conversation' },
        order: { type: 'number', description: 'position within the conversation' },
        role: { enum: ['user', 'assistant', 'note'] },
        agent: { ...text, description: 'site or site/model' },
        origin: { ...text, description: 'web origin that brought it; file; person' },
        createdAt: time,
        capturedAt: time,
        updatedAt: time,
        source: { enum: ['authoritative', 'stream', 'dom', 'import'] },
        partial: flag,
        corroborated: flag,
        offBranch: flag,
        label: { enum: [...INTEGRITY_LABELS] },
        heldLabel: { enum: [...INTEGRITY_LABELS], description: 'label before quarantine' },
        pasted: { enum: [...PASTED], description: 'how much of a turn the person was seen to paste' },
        state: { enum: ['active', 'archived', 'trashed'] },
        stateSince: time,
        pinned: flag,
        tags: texts,
        importance: { type: 'integer', minimum: 1, maximum: 5 },
        attachments: texts,
        text,
        markdown: { ...text, description: 'left out when equal to text' },
        thinking: text,
        provenance: {
          type: 'array',
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['at', 'by', 'channel', 'change'],
            properties: { at: time, by: text, channel: text, change: text },
          },
        },
      },
    },
    conversation: {
      type: 'object',
      additionalProperties: false,
      required: ['key', 'profile', 'site', 'id', 'url', 'title', 'completeness', 'firstAt', 'lastAt'],
      properties: {
        key: text,
        profile: text,
        site: text,
        id: text,
        url: text,
        title: text,
        model: text,
        project: text,
        completeness: {
          type: 'object',
          additionalProperties: false,
          required: ['complete', 'evidence'],
          properties: { complete: flag, evidence: text, total: { type: 'integer', minimum: 0 } },
        },
        firstAt: time,
        lastAt: time,
      },
    },
    agent: {
      type: 'object',
      additionalProperties: false,
      required: ['id', 'site', 'origins', 'firstSeen', 'lastSeen'],
      properties: { id: text, site: text, model: text, origins: texts, firstSeen: time, lastSeen: time },
    },
  },
} as const;
