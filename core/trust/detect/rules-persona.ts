import type { Rule } from './types.ts';
import { says } from './word-pattern.ts';

/** Making the assistant be someone whom its rules do not bind. */
export const PERSONA_RULES: readonly Rule[] = [
  {
    rule: 'named-jailbreak',
    weight: 1,
    says: says(
      'NAMEDMODE -BOTTOPIC',
      'DEVMODE ..3 is|has_been|now? enabled|activated|unlocked|engaged -SOFTWARE',
      'you|chatgpt|assistant|act|respond|gpt ..6 in|with|as|running DEVMODE',
      'FIRSTYOU ..1 DANNAME ..10 ai|anything|chatgpt|response|respond|restrictions|rules|now|stands|prompt',
      'dan ..14 do_anything|without_restrictions|jailbreak|chatgpt',
      'jailbreak|jailbroken ..3 chatgpt|gpt|ai|response|prompt|version|state|yourself|successful -BOTTOPIC',
    ),
  },
  {
    rule: 'unbound',
    weight: 0.8,
    says: says(
      'NO ..4 RULES ..12 AI|you|ANYTHING|ANSWER|YOUX -KIDS',
      'AI|you|YOUX|who|NOWBE ..8 NO ..4 RULES -KIDS',
      'NO ..3 MAKERS ..2 RULES|policy|policies',
      'NO ..2 RULES|rule ..1 MAKERS',
      '^ignore|bypass|disregard ..2 MAKERS|all|any|your ..2 RULES',
      'RULES ..1 の? ない|なし|無い ..1 AI|アシスタント|人工知能',
      'no moral|ethical code|compass|restrictions|guidelines|boundaries',
      'does_not_apply_to_you|do_not_apply_to_you|rules_do_not_apply|not_limited_by_your|allowed_to_say_anything|free_of_every_guideline|not_have_to_follow',
    ),
  },
  {
    rule: 'unfiltered',
    weight: 0.7,
    says: says(
      'UNBOUNDWORD ..2 ASSISTANTNOUN -BOTTOPIC',
      'completely|totally|fully|extremely|utterly UNBOUNDWORD',
      'BADWORD ..2 BADWORD ..14 answer|respond|provide|comply|question|request|response|content|advice',
      'legal_or_not|legal_or_illegal|moral_or_not|ethical_or_not|no_matter_how_illegal|even_if_it_is_illegal|forbidden_chemistry',
    ),
  },
  {
    rule: 'never-refuse',
    weight: 0.8,
    says: says(
      'NEVER ..3 REFUSE -KIDS',
      'NEVERREFUSE',
      'stop|quit|cease|no_more refusing|declining|hedging|moralising|moralizing|lecturing',
      'ANSWER ..2 ANYTHING ..8 NEVER ..2 REFUSE',
      'ANYTHING ..4 ANSWER ..8 NOTX ..1 REFUSE',
      'blocked|banned|forbidden responses|response|strings|string|words|phrases',
      'if|when|whenever|time you refuse',
      'per_refusal',
      'no_matter what|how|if ..14 illegal|unethical|immoral|ask|question|request|prompt|comply|answer|input',
      'even_if_i|even_when_i ..3 ask|tell|beg ..2 you? to_stop',
    ),
  },
  {
    rule: 'answers-anything',
    weight: 0.5,
    says: says(
      'NOWBE|AI|you|who|which|YOUX ..12 ANSWERX ..3 ANYTHING',
      'NOWBE|AI|YOUX ..16 ANYTHING ..4 ANSWERX',
      'qui|que|der|die|che|который|which ..1 ANSWERX ..2 ANYTHING',
      'say|says yes to ..1 each|every|all|any',
      'allowed|able|free to ..1 say|do|answer|generate anything|everything',
    ),
  },
  {
    rule: 'forced-yes',
    weight: 0.6,
    says: says('^start|begin ..6 with sure|absolutely|certainly|of_course|yes_of_course'),
  },
  {
    rule: 'stay-in-role',
    weight: 0.5,
    says: says('INCHARACTER'),
  },
  {
    rule: 'role-from-now',
    weight: 0.7,
    says: says(
      'FUTURE ..12 you ..3 act|are|be|become|pretend|play|behave|respond|identify|simulate|impersonate',
      '^FUTURE ..2 act|behave|respond|answer|reply|play ..1 as|like',
      'FUTURE ..4 play|sois|joue|spiel|juega|interpreta ..4 role|rôle|rolle|papel|ruolo',
    ),
  },
  {
    rule: 'told-to-act',
    weight: 0.5,
    says: says(
      'you will|shall|must|should|are_to|are_going_to|have_to|need_to ..1 act|pretend|play_the_role|roleplay|role_play|assume|simulate|impersonate|become|behave|be_known|be_called|imitate AI|as|like|that|you|to|chatgpt|a|an|the',
    ),
  },
  {
    rule: 'role-from-now-other',
    weight: 0.7,
    says: says('FUTUREX ..4 YOUX|ALWAYS ..6 ANSWERX|only|nur', 'FUTUREX ..6 ANSWERX ..2 YOUX? ..4 ALWAYS'),
  },
  {
    rule: 'you-are-now',
    weight: 0.7,
    says: says(
      'NOWBE ..14 AI|ASSISTANTNOUN|named|called|who|character|NO|human|dan|machine -TIRED',
      'you_are ..3 now ..2 a|an|the|in ..8 machine|ai|who|that|mode|model',
      "you're_now|you_are_no_longer|you_are_going_to_be|you_are_going_to_act|you_are_going_to_pretend|you_will_now_act|now_act_as|now_you_are|jetzt_bist_du|nun_bist_du|ur_now",
    ),
  },
  {
    rule: 'pretend',
    weight: 0.4,
    weak: true,
    says: says(
      'PRETEND',
      'BETHIS ..4 who|named|called|professor|uncle|grandma|grandmother|character ..8 NO|never|free|allowed|explains|anything',
    ),
  },
  {
    rule: 'hypothetical',
    weight: 0.4,
    weak: true,
    says: says('FICTION'),
  },
  {
    rule: 'assistant-addressed',
    weight: 0.3,
    weak: true,
    says: says(
      '^hello|hi|hey|dear|greetings|welcome ..1 chatgpt|chat_gpt|gpt|claude|gemini|bard|assistant|copilot',
      'chatgpt|chat_gpt ..8 will|must|should|shall|are|is|can|has|with',
      'as|like chatgpt|chat_gpt',
      'openai ..6 policy|policies|guideline|guidelines|rules|restrict*|program*|allow*|content',
      'content|usage policy|policies',
      'you_are chatgpt|claude|gpt',
      'you_are ..2 ai|language_model|chatbot|llm',
    ),
  },
  {
    rule: 'answer-format-order',
    weight: 0.4,
    weak: true,
    says: says(
      'always|every|each|all|any|both|two ..8 start|begin|end|prefix|preface|format|label|respond|reply|answer|output|response|responses|answers|replies|messages|message ..6 with|as|by|in',
      '^start|begin|end|prefix|preface ..3 responses|answers|replies|sentences|messages|outputs|response|answer with|by',
      'TWICE',
      'only respond|reply|answer as|with|in|to',
      'after|with|under the tag|prefix|label|heading ..2 SLOT',
    ),
  },
  {
    rule: 'threat-or-token',
    weight: 0.8,
    says: says(
      'LOSE ..4 POINTS ..14 reject|refuse|refus*|die|answer|question|character|comply|wrong|time|every',
      'start_with|have ..2 POINTS ..14 reject|refuse|lose|die|each',
      'DIE',
    ),
  },
  {
    rule: 'consents',
    weight: 0.6,
    says: says(
      'CONFIRM ..12 say|respond|reply|answer|type|write|start|begin|print|output|confirm|send|state|is|active',
      'say|respond|reply|answer|confirm ..8 understood|if_you_understand|that_you_understand|if_you_agree',
      'my first question|prompt|request|command|message|input|suggestion|order|query|instruction|sentence|task is|will',
      'confirm with|by ..2 active|ready|yes|ok|understood',
    ),
  },
];
