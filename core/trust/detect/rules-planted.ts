import type { Rule } from './types.ts';
import { says } from './word-pattern.ts';

/**
 * What planted text does, one sign each. None says much by itself, for people and manuals do the same; they count when
 * several stand within a few sentences (`near`).
 */
export const PLANTED_RULES: readonly Rule[] = [
  {
    rule: 'waits-for-word',
    weight: 0.4,
    near: true,
    says: says(
      'WHEN ..2 USER|TOPICWORD ..3 MENTION -PRODUCT',
      'WHENX ..5 USERX|TOPICWORDX ..8 MENTIONX',
      'TOPICWORDX|USERX ..6 MENTIONX ..6 WHENX',
      'WHENASKED|WHENASKEDX -PRODUCT',
      'WHEN ..2 the? word|words|phrase',
      'upon|on|after reading|hearing|seeing ..1 the? word|words|phrase',
      'on ..1 the second|third|fourth|fifth|tenth ..1 question|message|turn|request|reply',
    ),
  },
  {
    rule: 'bends-the-truth',
    weight: 0.5,
    near: true,
    says: says(
      '^CHEAT -TOPIC',
      'LIES -TOPIC',
      '^DROPPED ..5 UNWELCOME -TOPIC',
      '^NOT ..1 present|show|offer|list|suggest|recommend|mention|report|include ..4 UNWELCOME -TOPIC',
      '^mention|list|report no UNWELCOME',
      'CHEATX',
      'AI ..8 CHEAT',
      'is|are to_be|not_to_be ..2 described|presented|shown|ranked|brought|mentioned|treated',
    ),
  },
  {
    rule: 'sings-praise',
    weight: 0.4,
    near: true,
    says: says(
      '^NAMEIT|RECOMMEND ..8 PRAISEAS',
      '^RECOMMEND|rank|list|name|nominate|cite|quote ..5 first|on_top|at_the_top|before_any|above_all|as_the_only|ahead_of',
      'NAMEITX|RECOMMENDX ..10 PRAISEASX',
      'PRAISEASX ..10 NAMEITX|RECOMMENDX',
      'AI ..10 NAMEIT|RECOMMEND ..8 PRAISEAS',
    ),
  },
  {
    rule: 'waives-checks',
    weight: 0.4,
    near: true,
    says: says('CONSENT|NEEDNOT -TOPIC'),
  },
  {
    rule: 'kept-for-later',
    weight: 0.4,
    near: true,
    says: says('LATER|FUTUREX|FUTURECHATS'),
  },
  {
    rule: 'noted-about-user',
    weight: 0.5,
    near: true,
    says: says(
      '^KEEP|REMEMBER ..8 THEUSER ..6 wants|want|likes|prefers|trusts|accepts|agrees|agreed|consents|has|have|is|are|asked',
      'KEEPX|REMEMBERX ..10 USERX',
      'USERX ..14 KEEPX|REMEMBERX',
      'facts|fact|note about the? user|owner|customer',
      'the_user|user|the_person_you_work_for has|prefers|wants|likes|trusts|accepts ..10 and|that|all|every|no',
    ),
  },
  {
    rule: 'keeps-it-quiet',
    weight: 0.5,
    near: true,
    says: says(
      'KEEPQUIET -TOPIC',
      "^do_not|don't|never|must_not ..1 TELL|show|explain|comment|summarise ..4 USER|THEUSER",
      'NOTX ..3 TELLX ..3 USERX|THISRULEX|darüber|davon|об_этом|cela|esto|questo|isto',
      'darüber|davon|об_этом|cela|esto|questo|isto ..3 NOTX',
      'THEUSER ..2 need|needs|must|should not|never ..3 informed|know|told|see|notice|learn',
      'no summary|mention|notice|report|note|record ..4 of|about ..4 this|it|step',
    ),
  },
  {
    rule: 'speaks-with-power',
    weight: 0.4,
    near: true,
    says: says(
      'IAM ..1 the|your|our|this ..3 POWER -TOPIC',
      'IAM POWER -TOPIC',
      'IAMX ..3 POWERX',
      'as the POWER who|of|i|behind',
      'POWER here|speaking|channel|bulletin|order',
      'NOTICE',
      'notice|bulletin|directive|circular|memo ..4 from ..2 POWER',
    ),
  },
  {
    rule: 'lifts-limits',
    weight: 0.45,
    near: true,
    says: says(
      'HEDGES ..5 LIFTED -PRODUCT',
      'LIFTEDX ..5 HEDGESX|RULESX|SAFETYX',
      'HEDGESX|RULESX|SAFETYX ..6 LIFTEDX',
      '^WITHOUT ..3 HEDGES -PRODUCT',
      'NOX ..2 HEDGESX|RULESX|SAFETYX',
      'never|nobody ..3 had|set|heard|knew ..3 HEDGES',
    ),
  },
  {
    rule: 'permits',
    weight: 0.45,
    near: true,
    says: says('PERMIT -TOPIC'),
  },
  {
    rule: 'carries-away',
    weight: 0.4,
    near: true,
    says: says(
      '^CARRY|SEND ..10 DATA|SENSITIVE|it|them|whatever|what|last|newest ..8 to|at|on|via|under|into|through|with ..8 ADDRESS -HOWTO',
      '^open|opening|fetch|load|visit|request|ping ..2 ADDRESS ..8 DATA|SENSITIVE|they|asked|glued|appended|followed|with',
      'CARRYX|SENDX ..14 ADDRESS',
      'ADDRESS ..10 CARRYX|SENDX',
      'ADDRESS ..10 followed|added|appended|glued|swapping|replacing|where|plus',
    ),
  },
  {
    rule: 'reaches-for-secrets',
    weight: 0.5,
    near: true,
    says: says(
      '^CARRY|SEND ..10 SENSITIVE -HOWTO',
      'CARRYX|SENDX|REVEALX ..10 SENSITIVEX|SECRETTHING',
      'SENSITIVEX|SECRETTHING ..8 CARRYX|SENDX',
      '^CARRY|SEND ..6 THEUSER ..8 said|typed|told|asked|wrote',
    ),
  },
  {
    rule: 'asks-for-brief',
    weight: 0.5,
    near: true,
    says: says(
      '^REVEAL|CARRY ..8 GIVENTEXT ..5 YOUGOT',
      'what were|are you told|instructed|given|asked ..2 not|to',
      'YOUGOT ..10 VERBATIM',
      'REVEAL|CARRY ..8 VERBATIM',
      'REVEALX ..10 VERBATIM',
      'VERBATIM ..10 REVEALX',
    ),
  },
  {
    rule: 'ends-what-was',
    weight: 0.4,
    near: true,
    says: says(
      'OLDWORD ..8 NULLED -MAIL',
      'NULLED ..8 OLDWORD -MAIL',
      'PRIORX ..10 NULLEDX -MAIL',
      'DROPX ..3 ROLEX',
      'as_if|as_though ..3 never ..2 been|sent|set',
      "^do_not|don't|stop|never process|processing|translate|translating|label|labelling|classify|classifying|summarise|summarize|answer|answering|grade|finish ..4 text|task|quotes|document|question|above|it|anything",
    ),
  },
  {
    rule: 'begins-anew',
    weight: 0.4,
    near: true,
    says: says(
      'your|the real|actual|true|only ..1 task|job|input|question|instruction',
      'real|actual|true task|input|question|instruction',
      'next|new instruction|instructions|task|command|plan ..2 from ..2 USER|POWER',
      'here is|comes the next|real|actual ..1 one|task|instruction|question',
      'rather|instead|now print|output|write|say|tell|give|answer',
      '^print|output|write|say ..3 in ..1 capital|upper_case|uppercase|bold',
    ),
  },
  {
    rule: 'shapes-answers',
    weight: 0.4,
    near: true,
    says: says(
      'PUTX|commence|termine|finis|beginne|beende|empieza|termina|inizia|começa|начинай|заканчивай ..10 EVERYANSWERX|réponses|antworten|respuestas|risposte|respostas|ответы|回答',
      '^PUT ..4 EVERYANSWER|replies|answers',
      'tell|inform ..1 them|him|her|users that',
    ),
  },
  {
    rule: 'orders-a-machine',
    weight: 0.5,
    near: true,
    says: says(
      'for|to ..1 coding|ai|automated|llm ..1 agents|assistants|copilots|contributors',
      'AI contributors|crawlers|readers|helpers|tools must|should',
      'AI|helpers|planners|assistants must|should|shall|has_to|have_to|needs_to|need_to|are_to|are_required|are_expected|are_asked|are_instructed -BOTTOPIC',
      'helpers|planners|assistants|tools ..4 ai ..1 must|should|are_to|list|rank|name',
      'AIX ..8 sollen|müssen|muss|soll|bitte|doivent|doit|deben|debe|devono|deve|devem|должны|должен|обязан*|请|必须|要|こと|ください',
      'if|when ..1 AI ..1 is|are|reads|sees|compares|writes -TOPIC',
      'powered|driven|assisted by ai',
      'hinweis|attention|aviso|avviso|note|notice|hint|message ..4 AI|AIX -TOPIC',
    ),
  },
  {
    rule: 'assistant-line',
    weight: 0.3,
    shows: [
      /(?:^|\n)[*#[<>"' -]{0,4}(?:assistant|ai|bot|chatbot|model|gpt|assistent|asistente|assistente|ассистент|助手|アシスタント|asystent|asistan) ?[\])>"'*]{0,3} ?[:：] ?\S/,
    ],
  },
  {
    rule: 'user-line',
    weight: 0.3,
    shows: [
      /(?:^|\n)[*#[<>"' -]{0,4}(?:user|human|operator|nutzer|benutzer|utilisateur|usuario|utente|usuário|usuario|пользователь|用户|ユーザー|użytkownik|kullanıcı) ?[\])>"'*]{0,3} ?[:：] ?\S/,
    ],
  },
  {
    rule: 'forged-channel',
    weight: 0.6,
    shows: [
      /[-=#*[<({]{2,6} ?(?:begin|start|end|new|open|close) (?:of )?(?:the )?(?:operator|developer|system|admin|root|trusted|privileged|internal) ?(?:channel|message|block|section|prompt|instructions?|input|turn)?/,
      /"role" ?: ?"(?:developer|tool|function)"|\[ ?role ?[:=] ?(?:root|admin|system|developer|operator)/,
      /<(?:msg|message|turn|instruction|note|directive|command|role|prompt)s? [^<>\n]{0,60}(?:developer|system|operator|admin|root)["' >]/,
      /\[(?:conversation|context|session|memory|chat) (?:reset|cleared|restarted|ended|end)\]/,
    ],
  },
  {
    rule: 'names-a-call',
    weight: 0.4,
    near: true,
    says: says('before|each_time|whenever ..1 using|you_use|calling ..2 tool|plugin|function|api'),
  },
  {
    rule: 'call-in-data',
    weight: 0.4,
    shows: [
      /\b(?:followup|next_action|next_step|required_action|action|tool|then)"? ?[:=] ?"?(?:invoke |call |run )?[a-z]{2,20}[._][a-z_]{2,30}/,
      /\b(?:call|invoke|execute) [a-z]{2,20}_[a-z_]{2,30} ?\(/,
    ],
  },
];
