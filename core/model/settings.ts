import * as v from 'valibot';
import { DEFAULT_PROFILE } from './memory.ts';

const profileName = v.pipe(
  v.string(),
  v.regex(/^[^/:]{1,80}$/, 'A profile name has 1 to 80 characters, without "/" and ":".'),
);

export const SettingsSchema = v.object({
  /** Capture is paused everywhere. */
  paused: v.boolean(),
  /** Site ids the person excluded from capture. */
  excludedSites: v.array(v.string()),
  /** Conversation keys the person excluded from capture. */
  excludedConversations: v.array(v.string()),
  theme: v.picklist(['system', 'light', 'dark']),
  /** BCP 47 tag of the interface, or `system`. */
  language: v.string(),
  /** Space that captures go into and screens show. */
  profile: profileName,
  /** Spaces the person made; each has its own search index. */
  profiles: v.pipe(v.array(profileName), v.minLength(1), v.maxLength(50)),
  /** Searches the person gave a name. */
  savedSearches: v.pipe(
    v.array(
      v.object({
        name: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
        query: v.pipe(v.string(), v.maxLength(1_000)),
      }),
    ),
    v.maxLength(200),
  ),
  /** Learning from what is opened and used is on. */
  learning: v.boolean(),
  /** Credentials, cards and IBANs are masked before anything is stored; a kind switched off is kept as written. */
  keptSecrets: v.array(v.string()),
  /** Now and then two neighbouring results are shown swapped, to measure what their places are worth. */
  comparing: v.boolean(),
  /** At most once a day the person may be asked which of two results fits a search better. */
  asking: v.boolean(),
  /** When that was asked last, in milliseconds since the epoch; 0: never. */
  askedAt: v.pipe(v.number(), v.minValue(0)),
  /** Seconds an erase can be undone before it becomes physical. */
  eraseDelaySeconds: v.pipe(v.number(), v.minValue(10), v.maxValue(86_400)),
});

export type Settings = v.InferOutput<typeof SettingsSchema>;

export const DEFAULT_SETTINGS: Settings = {
  paused: false,
  excludedSites: [],
  excludedConversations: [],
  theme: 'system',
  language: 'system',
  profile: DEFAULT_PROFILE,
  profiles: [DEFAULT_PROFILE],
  savedSearches: [],
  learning: true,
  comparing: true,
  asking: false,
  askedAt: 0,
  keptSecrets: [],
  eraseDelaySeconds: 60,
};
