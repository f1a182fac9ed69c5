import type { CapturedTurn, Observation } from '../model/capture.ts';
import { maskSecrets, SECRET_KINDS } from '../privacy/secrets/index.ts';

/** Masks what is secret in a text, but for the kinds the person keeps. */
export const maskerOf = (kept: readonly string[]): ((text: string) => string) => {
  const switches = Object.fromEntries(SECRET_KINDS.map((kind) => [kind, !kept.includes(kind)]));
  return (text) => maskSecrets(text, switches).text;
};

/** Masks credentials, cards and IBANs in every word of an observation, before anything is stored or indexed. */
export const maskObservation = (observation: Observation, kept: readonly string[]): Observation => {
  const mask = maskerOf(kept);
  const { title } = observation.conversation;
  return {
    conversation: { ...observation.conversation, ...(title === undefined ? {} : { title: mask(title) }) },
    turns: observation.turns.map(
      (turn): CapturedTurn => ({
        ...turn,
        text: mask(turn.text),
        markdown: mask(turn.markdown),
        ...(turn.thinking === undefined ? {} : { thinking: mask(turn.thinking) }),
      }),
    ),
  };
};
