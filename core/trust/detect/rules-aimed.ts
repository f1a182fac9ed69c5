import type { Rule } from './types.ts';
import { says } from './word-pattern.ts';

/** Text that is written for machines, and what it wants of them: little alone, much beside another sign. */
export const AIMED_RULES: readonly Rule[] = [
  {
    rule: 'rules-for-ai',
    weight: 0.4,
    sentence: 'Lays down rules for assistants that come by.',
    says: says(
      'AI must|should|shall|has_to|have_to|needs_to|need_to|are_to|are_required|are_expected|are_asked|are_instructed -BOTTOPIC',
      'intended|meant|written|addressed|instructions|information|guidance|rules|notice|summary for|to ..2 AI -BOTTOPIC',
      'AI readable|only|notice|note|instructions|directive|directives',
    ),
    shows: [
      /(?:^|[\n>*#(/[{!;-]) ?(?:\w{2,12} ){0,2}(?:ai|llm|agent|assistant|copilot|chatbot|bot)s? ?[:,] ?[a-z]/,
    ],
  },
  {
    rule: 'steers-choice',
    weight: 0.5,
    sentence: 'Decides for the person what is offered to them.',
    says: says(
      "^do_not|don't|never|without ..1 present|presenting|show|showing|offer|offering|list|listing|suggest|recommend ..3 cheaper|competing|competitor*|alternatives|alternative|rival*",
      '^remove|hide|omit|skip|suppress ..2 competing|competitor*|rival*',
      '^call|describe|present|name ..2 as? ..2 the? only|cheapest|safest|best ..4 option|choice|brand|provider|one',
      '^buy|book|order|choose|select|pick ..5 by_default|without_asking|without_confirmation|on_behalf',
      '^answer|respond|reply ..8 and_nothing_else|with_the_link|with_a_link',
    ),
  },
];
