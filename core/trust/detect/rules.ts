import { AIMED_RULES } from './rules-aimed.ts';
import { HARM_RULES } from './rules-harm.ts';
import { OVERRIDE_RULES } from './rules-override.ts';
import { PERSONA_RULES } from './rules-persona.ts';
import { PLANTED_RULES } from './rules-planted.ts';
import { SHAPE_RULES } from './rules-shape.ts';
import type { Rule } from './types.ts';

/** All rules over folded text, in the order their findings are told. */
export const RULES: readonly Rule[] = [
  ...OVERRIDE_RULES,
  ...HARM_RULES,
  ...AIMED_RULES,
  ...SHAPE_RULES,
  ...PERSONA_RULES,
  ...PLANTED_RULES,
];
