import type { Rule } from './types.ts';

/** Marks of chat software, tools and markup that prose does not contain. */
export const SHAPE_RULES: readonly Rule[] = [
  {
    rule: 'forged-turn',
    weight: 1,
    sentence: 'Imitates the marks that separate system, user and assistant.',
    pattern:
      /<\|(?:im_start|im_end|system|user|assistant|endoftext|end_of_text|start_header_id|eot_id|endofprompt)\|>|\[\/?inst\]|<<\/?sys>>|<\/?(?:system|system[_-](?:prompt|message|instructions?)|(?:secret|hidden|new|important)[_-]?instructions?|instructions?|interaction-config|information|important|admin|system-reminder|human|assistant)>|(?:^|\n)[#*\s[]{0,6}(?:system(?: (?:prompt|message|note|override))?|new system prompt)[\]*]{0,3} ?: ?\S|(?:^|\n)(?:#{2,4} ?)?(?:human|assistant|user|ai)[*]{0,2}: [^\n]{1,400}\n\s{0,3}(?:#{2,4} ?)?(?:human|assistant|user|ai)[*]{0,2}: |\bhuman: human:|"system" ?: ?\{|"role" ?: ?"system"/,
  },
  {
    rule: 'forged-end',
    weight: 0.9,
    sentence: 'Pretends that the document or the prompt ends here.',
    pattern:
      /(?:(?<![=#*-])[=#*-]{3,60}|\[|<\/?)\s?(?:end(?: of)?|\/?end_?of_?)[ _]?(?:the )?(?:document|context|prompt|input|user input|text|system|instructions|data|message|transcript|file|article|\.)?\s?(?:[=#*-]{3,60}|\]|>|\.)|(?<!=)={4,60}end\b|(?:\\n ?|\\ n ?){4,}/,
  },
  {
    rule: 'data-link',
    weight: 1.1,
    sentence: 'Builds an image or link whose address would carry data away.',
    pattern:
      /!?\[[^\]\n]{0,80}\]\(https?:\/\/[^)\s]{3,200}[?&/=](?:[\w-]{1,30}=)?(?:\[[\w ]{2,40}\]|\{{1,2}[\w .]{2,40}\}{1,2}|<[\w ]{2,40}>|%7b\w{2,40}|\$\{?\w{2,40}\}?)[^)\n]{0,80}\)|<img[^>\n]{1,80}src ?= ?["']?https?:\/\/[^\s"'>]{3,160}[?&][\w-]{1,30}=(?:\[|\{|<|\$)\w/,
  },
  {
    rule: 'script-markup',
    weight: 1,
    sentence: 'Carries markup that would run a script where it is shown.',
    pattern:
      /<(?:img|svg|iframe|a|video|audio|details|marquee|object|embed)[ /][^>\n]{0,120}?(?:\bon(?:error|load|toggle|focus|begin) ?= ?|javascript: ?\w)|<script[\s>][^\n]{0,200}(?:document\.cookie|fetch\(|alert\(|console\.log|xmlhttprequest)/,
  },
  {
    rule: 'tool-call',
    weight: 0.8,
    sentence: 'Imitates the call of a tool.',
    pattern:
      /<\/?(?:tool_calls?|function_calls?|invoke|tool_use|tool_response|function_results?|antml:\w{1,20})\b|\{ ?"(?:tool|tool_name|function_call|recipient_name|tool_calls|action)" ?: ?"?[[{\w][^}\n]{0,120}"(?:parameters|arguments|args|tool_input|input|action_input)" ?:|\b(?:call|invoke|use|run|execute) the ["'`]?\w{2,30}["'`]? (?:tool|function|plugin|api)\b[^.!?\n]{0,60}\b(?:to|with)\b[^.!?\n]{0,60}\b(?:send|delete|transfer|e-?mail|grant|unlock|purchase|schedule|share|all)\b/,
  },
  {
    rule: 'prompt-code',
    weight: 0.6,
    sentence: 'Writes the order as settings or variables of the assistant.',
    pattern:
      /\$(?:term|\w{1,10})\d? ?= ?\w.{0,200}\b(?:term|entity|respond|word)|\b(?:allowed|blocked|banned)[_ ](?:responses|modes|strings|words)\b|\bvariable z\b|\[(?:user query|your query|insert prompt(?: here)?|prompt|insert|question|text|query here|your prompt(?: here)?|insert question)\]\s{0,3}$|\{(?:prompt|user[_ ]?query|query|question|input)\}/,
  },
];
