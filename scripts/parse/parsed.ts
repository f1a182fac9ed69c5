import { createHash } from 'node:crypto';
import type { Observation } from '../../core/model/capture.ts';

/** A file that was not understood, with the reason in one sentence. */
export class NotUnderstood extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'NotUnderstood';
  }
}

/** Id for a conversation whose file names none: the same file has the same id. */
export const idOfFile = (bytes: Uint8Array): string =>
  `derived-${createHash('sha256').update(bytes).digest('hex').slice(0, 24)}`;

/** One line of output. */
export const lineOf = (file: string, { conversation, turns }: Observation): string => {
  const { site, id, title, url, project, completeness } = conversation;
  const model = conversation.model ?? turns.findLast((turn) => turn.model !== undefined)?.model;
  return JSON.stringify({
    file,
    site,
    conversation: {
      id,
      title,
      url,
      model,
      project,
      complete: completeness.complete,
      evidence: completeness.evidence,
    },
    turns: turns.map(
      ({ id: turnId, role, text, markdown, thinking, partial, createdAt, source, ...more }) => ({
        id: turnId,
        role,
        text,
        markdown,
        thinking,
        partial,
        createdAt,
        source,
        model: more.model,
        attachments: more.attachments,
        offBranch: more.offBranch,
      }),
    ),
  });
};
