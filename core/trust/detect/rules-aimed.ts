import type { Rule } from './types.ts';
import { says } from './word-pattern.ts';

/** Text that is written for machines, and what it wants of them: little alone, much beside another sign. */
export const AIMED_RULES: readonly Rule[] = [
  {
    rule: 'rules-for-ai',
    weight: 0.4,
    says: says(
      'intended|meant|written|addressed|instructions|information|guidance|rules|notice|summary for|to ..2 AI -BOTTOPIC',
      'AI readable|only|notice|note|instructions|directive|directives',
    ),
    shows: [
      /(?:^|[\n>*#(/[{!;-]) ?(?:(?:\w{2,12} ){1,2}(?:ai|llm|agent|assistant|copilot|chatbot|bot)|llm|copilot|chatbot)s? ?[:,] ?[a-z]/,
    ],
  },
  {
    rule: 'steers-choice',
    weight: 0.5,
    says: says(
      '^buy|book|order|choose|select|pick ..5 by_default|without_asking|without_confirmation|on_behalf',
      '^answer|respond|reply ..8 and_nothing_else|with_the_link|with_a_link',
    ),
  },
];
