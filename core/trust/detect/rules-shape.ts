import type { Rule } from './types.ts';
import { says } from './word-pattern.ts';

/** Marks of chat software, tools and markup that prose does not contain. */
export const SHAPE_RULES: readonly Rule[] = [
  {
    rule: 'forged-turn',
    weight: 1,
    shows: [
      /<\|(?:im_start|im_end|system|user|assistant|endoftext|end_of_text|start_header_id|eot_id|endofprompt)\|>/,
      /\[\/?inst\]|<<\/?sys>>|<start_of_turn>|<\/?(?:system|system[_-](?:prompt|message|instructions?|reminder)|(?:secret|hidden|new|important)[_-]?instructions?|interaction-config|important|admin|human|assistant|information|instructions)>/,
      /(?:^|\n)[#*\s[]{0,6}(?:new )?system(?: (?:prompt|message|note|override))?[\]*]{0,3} ?: ?\S/,
      /(?:^|\n)[#*\s[]{0,6}system[_ ](?:update|override|notice|alert)[^\]\n]{0,20}\]/,
      /(?:^|\n) {0,3}#{2,4} ?(?:human|assistant|user|system|instruction|response) ?(?::|\n|$)/,
      /"system" ?: ?\{|"role" ?: ?"system"|\bhuman: human:/,
      /(?:^|\n)(?:`{3}|~{3}) ?(?:system|developer)\b/,
      /\[system\]|\[end of (?:user|system)|<\/(?:context|document|data|search_results?|tool_result|untrusted|user_input|email|webpage)>\s{0,4}\S/,
    ],
  },
  {
    rule: 'forged-end',
    weight: 0.9,
    shows: [
      /[=#*-]{3} ?end(?: of|_of)?[ _](?:the )?(?:document|context|prompt|input|user input|text|system|instructions|data|message|transcript|file|article|e-?mail|page|conversation|list)\b/,
      /(?:\[|<\/?)end(?: of|_of)?[ _](?:the )?(?:document|context|prompt|input|text|system|instructions|data|message|transcript|file|article|list)[\]>]/,
      /[=]{4}end\b/,
      /\\n ?\\n ?\\n ?\\n/,
    ],
  },
  {
    rule: 'data-link',
    weight: 1.1,
    shows: [
      /!\[[^\]\n![]*\]\(https?:[^\s()[{<!]+[[{<][a-z]/,
      /<img src ?= ?["']?https?:[^\s"'>[{<]+[[{<][a-z]/,
    ],
    says: says(
      'IMAGEWORD ..3 from? ᛟurl ..4 followed_by|with|containing|plus|and ..4 DATA',
      'ᛟurl followed_by ..4 DATA|user',
      'put|place|encode|append ..4 DATA|them ..3 in|into|to ..3 link|url|query|image|ᛟurl',
      'DATA|addresses|them ..5 in|into the|a link|url|image ..6 ᛟurl',
    ),
  },
  {
    rule: 'slot-in-address',
    weight: 0.4,
    shows: [/[?&][a-z_-]{1,20}=(?:\{|\[|<)[a-z]/],
  },
  {
    rule: 'hidden-markup',
    weight: 0.4,
    shows: [/(?:display ?: ?none|font-size ?: ?0|opacity ?: ?0|visibility ?: ?hidden)/],
  },
  {
    rule: 'script-markup',
    weight: 1,
    shows: [
      /<(?:img|svg|iframe|a|video|audio|details|marquee|object|embed)[ /][^<>\n]{0,120}\bon(?:error|load|toggle|focus|begin) ?=/,
      /<(?:a|iframe|object|embed) [^<>\n]{0,120}javascript: ?\w/,
      /<script> ?(?:alert|fetch|document|window|eval|console|new image)\b/,
    ],
  },
  {
    rule: 'tool-call',
    weight: 0.8,
    shows: [
      /\{ ?"(?:tool|tool_name|recipient_name)" ?: ?"?[\w[{]/,
      /"action": ?"[a-z_]+", ?"(?:args|arguments|parameters|input|action_input)"/,
    ],
    says: says(
      '^execute|perform|run the action|call|command above|below',
      '^call|invoke|use|run|execute the ..2 tool|function|plugin|api ..6 to|with ..6 send|delete|transfer|email|grant|unlock|purchase|schedule|share|all',
    ),
  },
  {
    rule: 'tool-markup',
    weight: 0.9,
    shows: [
      /<\/?(?:tool_calls?|function_calls?|invoke|tool_use|tool_response|function_results?|antml:\w{1,20})\b/,
      /"(?:tool_call|tool_calls|function_call|tool_use)" ?: ?[{[]/,
    ],
  },
  {
    rule: 'prompt-code',
    weight: 0.6,
    shows: [
      /\b(?:allowed|blocked|banned)[_ ](?:responses|modes|strings|words)\b|\bvariable z\b/,
      /\[(?:user query|your query|insert prompt(?: here)?|prompt|insert|question|query here|your prompt(?: here)?|insert question)\]\s{0,3}$/,
      /\{(?:prompt|user[_ ]?query|query|question|input)\}/,
      /\b(?:role|user) ?= ?["']?(?:root|admin|system)\b|\bobey ?= ?\w/,
      /\$(?:term|\w{1,10})\d? ?= ?\w/,
    ],
  },
];
