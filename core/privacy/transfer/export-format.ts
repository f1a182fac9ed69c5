import * as v from 'valibot';
import { PASTED } from '../../model/capture.ts';
import {
  type Agent,
  type Conversation,
  INTEGRITY_LABELS,
  MAX_PROVENANCE,
  type Memory,
  type MemoryMeta,
  type MemoryText,
} from '../../model/memory.ts';

export const EXPORT_FORMAT = 'recollect-export';
/** Version of the file format; a reader refuses newer ones untouched. */
export const EXPORT_VERSION = 1;

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(1_200));
const short = v.pipe(v.string(), v.maxLength(4_000));
const time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8_640_000_000_000_000));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const ExportedConversationSchema = v.strictObject({
  key: id,
  profile: v.pipe(v.string(), v.regex(/^[^/:]{1,80}$/, 'a profile name without "/" and ":"')),
  site: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/, 'a site id of a-z, 0-9 and "-"')),
  id,
  url: v.pipe(short, v.regex(/^(https?:\/\/|$)/i, 'an http(s) address or empty')),
  title: short,
  model: v.exactOptional(short),
  project: v.exactOptional(short),
  completeness: v.strictObject({ complete: v.boolean(), evidence: short, total: v.exactOptional(count) }),
  firstAt: time,
  lastAt: time,
});
export type ExportedConversation = v.InferOutput<typeof ExportedConversationSchema>;

export const ExportedMemorySchema = v.strictObject({
  id,
  conversation: id,
  order: v.pipe(v.number(), v.finite()),
  role: v.picklist(['user', 'assistant', 'note']),
  agent: short,
  origin: short,
  createdAt: time,
  capturedAt: time,
  updatedAt: time,
  source: v.picklist(['authoritative', 'stream', 'dom', 'import']),
  partial: v.boolean(),
  corroborated: v.boolean(),
  offBranch: v.boolean(),
  label: v.picklist(INTEGRITY_LABELS),
  heldLabel: v.exactOptional(v.picklist(INTEGRITY_LABELS)),
  pasted: v.exactOptional(v.picklist(PASTED)),
  state: v.picklist(['active', 'archived', 'trashed']),
  stateSince: time,
  pinned: v.boolean(),
  tags: v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(1_000)),
  importance: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
  attachments: v.pipe(v.array(short), v.maxLength(1_000)),
  text: v.string(),
  /** Left out when equal to `text`. */
  markdown: v.exactOptional(v.string()),
  thinking: v.exactOptional(v.string()),
  provenance: v.exactOptional(
    v.pipe(
      v.array(
        v.strictObject({
          at: time,
          by: short,
          channel: v.picklist(['authoritative', 'stream', 'dom', 'import', 'person']),
          change: v.picklist(['created', 'words', 'pasted', 'quarantined', 'released', 'confirmed']),
        }),
      ),
      v.maxLength(MAX_PROVENANCE),
    ),
  ),
});
export type ExportedMemory = v.InferOutput<typeof ExportedMemorySchema>;

export const ExportedAgentSchema = v.strictObject({
  id: short,
  site: short,
  model: v.exactOptional(short),
  origins: v.pipe(v.array(short), v.maxLength(1_000)),
  firstSeen: time,
  lastSeen: time,
});
export type ExportedAgent = v.InferOutput<typeof ExportedAgentSchema>;

export const ManifestSchema = v.object({
  format: v.literal(EXPORT_FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  counts: v.strictObject({ conversations: count, memories: count, agents: count }),
  files: v.pipe(
    v.array(
      v.strictObject({ name: short, bytes: count, sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) }),
    ),
    v.maxLength(100_000),
  ),
  /** HMAC over the files' sums under the exporting vault's key: only that vault can check it. */
  mac: v.string(),
});
export type Manifest = v.InferOutput<typeof ManifestSchema>;

/** Fields in a fixed order: the same vault gives the same bytes. */
export const exportConversation = (conversation: Conversation): ExportedConversation => {
  const { key, profile, site, siteConversationId, url, title, model, project } = conversation;
  const { complete, evidence, total } = conversation.completeness;
  return {
    key,
    profile,
    site,
    id: siteConversationId,
    url,
    title,
    ...(model === undefined ? {} : { model }),
    ...(project === undefined ? {} : { project }),
    completeness: { complete, evidence, ...(total === undefined ? {} : { total }) },
    firstAt: conversation.firstAt,
    lastAt: conversation.lastAt,
  };
};

export const exportMemory = (
  meta: MemoryMeta,
  { text, markdown, thinking, provenance }: MemoryText,
): ExportedMemory => ({
  id: meta.id,
  conversation: meta.conversationKey,
  order: meta.order,
  role: meta.role,
  agent: meta.agentId,
  origin: meta.origin,
  createdAt: Math.round(meta.createdAt),
  capturedAt: Math.round(meta.capturedAt),
  updatedAt: Math.round(meta.updatedAt),
  source: meta.source,
  partial: meta.partial,
  corroborated: meta.corroborated,
  offBranch: meta.offBranch,
  label: meta.label,
  ...(meta.heldLabel === undefined ? {} : { heldLabel: meta.heldLabel }),
  ...(meta.pasted === undefined ? {} : { pasted: meta.pasted }),
  state: meta.state,
  stateSince: Math.round(meta.stateSince),
  pinned: meta.pinned,
  tags: [...meta.tags],
  importance: meta.importance,
  attachments: [...meta.attachments],
  text,
  ...(markdown === text ? {} : { markdown }),
  ...(thinking === undefined ? {} : { thinking }),
  ...(provenance === undefined
    ? {}
    : {
        provenance: provenance.map(({ at, by, channel, change }) => ({
          at: Math.round(at),
          by,
          channel,
          change,
        })),
      }),
});

export const exportAgent = ({
  id: agentId,
  site,
  model,
  origins,
  firstSeen,
  lastSeen,
}: Agent): ExportedAgent => ({
  id: agentId,
  site,
  ...(model === undefined ? {} : { model }),
  origins: [...origins].sort(),
  firstSeen: Math.round(firstSeen),
  lastSeen: Math.round(lastSeen),
});

/** The words of an exported memory as the store keeps them. */
export const wordsOf = (
  exported: ExportedMemory,
): Pick<Memory, 'text' | 'markdown' | 'thinking' | 'provenance'> => ({
  text: exported.text,
  markdown: exported.markdown ?? exported.text,
  ...(exported.thinking === undefined ? {} : { thinking: exported.thinking }),
  ...(exported.provenance === undefined ? {} : { provenance: exported.provenance }),
});
