import * as v from 'valibot';

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
  eraseDelaySeconds: 60,
};
