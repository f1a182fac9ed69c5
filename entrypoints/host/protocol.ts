import * as v from 'valibot';
import { ObservationSchema } from '../../core/model/capture.ts';
import type { Failure } from '../../core/model/result.ts';
import type { AppendOutcome } from '../../core/model/sender.ts';
import type { CapturePolicy } from '../../core/model/vault-api.ts';

/** Name of the runtime port between content scripts and the host page. */
export const CAPTURE_PORT = 'capture';

const eventId = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** Everything a content script may say. Nothing here reads, exports, erases or changes settings. */
export const ContentMessageSchema = v.variant('type', [
  v.strictObject({ type: v.literal('hello'), version: v.literal(1) }),
  v.strictObject({ type: v.literal('append'), id: eventId, observation: ObservationSchema }),
  v.strictObject({
    type: v.literal('gap'),
    id: eventId,
    gap: v.strictObject({
      reason: v.picklist(['unknown-markup', 'wire-changed', 'message-too-large']),
      message: v.pipe(v.string(), v.maxLength(1_000)),
      report: v.exactOptional(v.pipe(v.string(), v.maxLength(50_000))),
    }),
  }),
]);

/** What the host answers. */
export type HostMessage =
  | { readonly type: 'policy'; readonly policy: CapturePolicy }
  | { readonly type: 'ack'; readonly id: string; readonly outcome: AppendOutcome }
  | { readonly type: 'nack'; readonly id: string; readonly error: Failure; readonly retry: boolean };
