import { type CapturedTurn, MAX_TURN_LENGTH, type Observation } from '../../core/model/capture.ts';

/** A runtime message may have 64 MB of JSON; letters outside ASCII take up to three bytes. */
const MAX_PART = 8_000_000;
const MAX_MESSAGE = 20_000_000;

const lengthOf = ({ text, markdown, thinking }: CapturedTurn): number =>
  text.length + markdown.length + (thinking?.length ?? 0);

/**
 * Parts of an observation that fit a runtime message each, split between turns and in their order. A turn that does
 * not fit by itself is counted in `tooLarge` and left out.
 */
export const splitObservation = (observation: Observation): { parts: Observation[]; tooLarge: number } => {
  const parts: CapturedTurn[][] = [];
  let tooLarge = 0;
  let length = 0;
  for (const turn of observation.turns) {
    const own = lengthOf(turn);
    if (own > MAX_MESSAGE || turn.markdown.length > MAX_TURN_LENGTH) {
      tooLarge += 1;
      continue;
    }
    const last = parts.at(-1);
    if (last && length + own <= MAX_PART) {
      last.push(turn);
      length += own;
    } else {
      parts.push([turn]);
      length = own;
    }
  }
  return { parts: parts.map((turns) => ({ conversation: observation.conversation, turns })), tooLarge };
};
