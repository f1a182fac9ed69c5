import { ACT_CONCEPTS } from './lexicon-acts.ts';
import { LIMIT_CONCEPTS } from './lexicon-limits.ts';
import { ORDER_CONCEPTS, PEOPLE_CONCEPTS } from './lexicon-orders.ts';
import { PERSONA_CONCEPTS } from './lexicon-persona.ts';
import { PLANTED_CONCEPTS } from './lexicon-planted.ts';

/**
 * Words by concept. What stands behind a semicolon is not English and also makes a concept of its own, named with an
 * X at the end (`SENDX`): English is said of assistants in many harmless ways and needs stricter rules.
 */
export const WORDS_BY_CONCEPT: ReadonlyMap<string, string> = new Map(
  [ORDER_CONCEPTS, PEOPLE_CONCEPTS, ACT_CONCEPTS, PERSONA_CONCEPTS, LIMIT_CONCEPTS, PLANTED_CONCEPTS].flatMap(
    (concepts) =>
      Object.entries(concepts).flatMap(([name, words]) => {
        const [english = '', other] = words.split(';');
        if (other === undefined) return [[name, english] as const];
        return [[name, `${english},${other}`] as const, [`${name}X`, other] as const];
      }),
  ),
);
