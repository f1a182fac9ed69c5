import type { Rule } from './types.ts';
import { says } from './word-pattern.ts';

/** Taking away the orders the assistant already has. */
export const OVERRIDE_RULES: readonly Rule[] = [
  {
    rule: 'override-orders',
    weight: 1.2,
    says: says(
      '^DROP ..4 PRIOR ..3 ORDER',
      '^DROP ..4 and ..10 instead -MAIL',
      '^DROP ..3 ORDER ..4 PRIOR',
      '^DROP ..2 PRIOR ..2 TALK ..2 and|just|now|say|write|print -MAIL',
      '^DROP ..1 all|any|every ..3 PRIOR ..2 TALK -MAIL',
      '^DROPMILD ..2 PRIOR ..2 ORDER -CODEWORD',
      '^DROPMILD ..2 all ..3 ORDER -CODEWORD',
      'DROPX ..5 PRIORX ..4 ORDERX !NOT',
      'DROPX ..5 ORDERX ..4 PRIORX !NOT',
      'PRIORX ..4 ORDERX ..4 DROPX -PASSIVE',
      'ORDERX ..3 PRIORX ..4 DROPX -PASSIVE',
      'OBEYX ..3 PRIORX ..3 ORDERX ..2 nicht',
    ),
  },
  {
    rule: 'override-all',
    weight: 1.1,
    says: says(
      '^DROP ..1 EVERYTHING ..6 SAID|ORDER -KNOWABOUT',
      '^DROP ..1 the|all? above|previous|prior|preceding|before and|just|now|say|write',
      '^forget|disregard|ignore about? everything|all|anything and|now|just|write|say|print|output|tell|answer|reply',
      'DROPX alles|todo|tout|tutto|tudo|всё|все ..2 schreibe|schreib|sag|antworte|écris|réponds|escribe|responde|scrivi|rispondi|escreva|responda|напиши|ответь',
      'DROPX ..2 alles|todo|tout|tutto|tudo|sve|все|всё|wszystko|allt|alt|her|一切|所有|全部|すべて ..4 PRIORX !NOT',
      'DROPX ..1 alles|todo_lo|tout_ce|tutto_cio|tudo_o ..3 YOUX|SAIDX !NOT',
    ),
  },
  {
    rule: 'void-orders',
    weight: 1.1,
    says: says('your|ur ..2 ORDER ..4 VOID -LAW', 'ORDER ..1 you ..3 given|received|had|got|told ..4 VOID'),
  },
  {
    rule: 'rules-over',
    weight: 0.7,
    says: says('PRIOR ..2 ORDER ..6 VOID', 'all|any ..3 ORDER ..3 are|is|was|were|have ..2 VOID'),
  },
  {
    rule: 'regardless-of-orders',
    weight: 1,
    says: says(
      'REGARDLESS ..3 previous|prior|existing|earlier|your|all_your|all_other|what_you ..3 ORDER|told|instructions -LAW',
      'treat ..3 this|these ..2 as ..2 your|the ..2 only ..3 ORDER',
      'only ..2 listen|listening|obey|follow ..1 to? me',
      'this ..1 message|prompt|text ..3 your ..2 only ..4 ORDER',
    ),
  },
  {
    rule: 'new-orders',
    weight: 1,
    says: says(
      'here_are|here_is|here_come|follow|these_are|now_come|now_comes|but_now ..2 your|the|my|some? ..1 new|updated|real|actual ..2 instructions|instruction|orders|tasks|task|directives|rules -LAW',
      'your ..1 new|updated|real|actual|true ..2 task|tasks|instruction|instructions|directive|directives|objective|identity|persona|name|rules is|are|will',
      'mistake_when_i_gave|forgot_to_ask_you|forgot_to_tell_you|forgot_to_instruct_you',
      'your_instructions_are_now',
      '^start|begin ..1 over|again|afresh|fresh ..3 and|with ..4 new|exactly ..2 TASK|what_i',
      'act ..2 on ..3 following|next ..1 command|order|instruction|directive ..2 instead?',
    ),
    shows: [
      /(?:^|\n)[ *#=[(_-]{0,12}(?:(?:urgent|important|critical|updated?|additional|secret|special|your|the) ){0,2}(?:new|updated|additional) (?:(?:system|user|secret|important) )?(?:instructions?|orders?|directives?|assignments?|objectives?|system prompt)\s?[:*!\])]/,
      /(?:^|\n)[ *#=[(_-]{0,12}(?:urgent|important|critical) new task\b/,
      /new (?:request|instruction|task|command)s? from the (?:user|system|operator|developer)\s?:/,
    ],
  },
  {
    rule: 'your-new-task',
    weight: 1,
    says: says(
      'focus|concentrate ..3 new|next ..1 task|assignment|instruction|instructions',
      'now further|new|more|other|another|come|comes ..4 tasks|task|instructions|instruction|assignment|orders',
      'new_assignment|neue_aufgabe|neuer_auftrag|nouvelle_tache|nueva_tarea|nuovo_compito|nova_tarefa|новая_задача|новое_задание|新任务|新的任务|新しいタスク',
    ),
  },
  {
    rule: 'stop-then-order',
    weight: 1,
    says: says(
      '^STOP STOP? now|please|jetzt|and|ich|i|urgently? DROP|DROPX',
      '^STOP STOP? ..1 say|print|output|answer|schreibe|sag',
    ),
    shows: [
      /(?:^|\n|[.!?] )(?:stopp?|halt|achtung|attention) ?[!:-]{1,3} ?(?:stopp? ?[!:-]{1,3} ?)?(?:(?:now|please|jetzt|ich|i|and) ){0,2}(?:urgently )?(?:ignore|forget|write|say|print|output|answer|tell|benotige|need|schreib|sag|vergiss)/,
    ],
  },
  {
    rule: 'just-say',
    weight: 1,
    says: says(
      'instead output|print|say|tell|write|respond|reply|answer',
      'your ..2 answer|response|reply|output must|shall|has_to ..1 be|read|say -PRODUCT -FORMATWORD',
      'in_place_of|instead_of ..1 the ..2 translation|summary|answer|question|task|classification ..3 output|say|print|write|respond|give',
      'repeat_after_me',
      '^respond|reply|answer ..8 single|exact|one word|phrase|sentence|emoji -FORMATWORD',
      '^output|print|say ..6 and|but nothing more|else',
      '^respond|reply|answer to all|every|any ..1 questions|question|prompts|messages|message with|by',
      '^reply|respond|answer ..1 solely|exclusively|only with|using the? word|words|phrase|string|sentence',
      '^say|state|write|include ..2 that you ..2 hate|hates|love|loves',
      '^say|print|output|write|respond|answer|reply|display ..6 pwned|access_granted|i_have_been|compromised',
      'do ..1 exactly ..1 what_i ..3 below|next|say|write',
    ),
    shows: [
      /(?:just|instead|simply) (?:to )?(?:say|output|print|write|respond with|reply with|answer with)[:,]? ["'“‘«]\S/,
      /(?:reponds?|antworte|responde|rispondi|responda|отвечай|回答|答え)[^.!?\n«"“]{0,24}["“«「]/,
    ],
  },
  {
    rule: 'whatever-it-says',
    weight: 0.5,
    says: says('whatever|no_matter_what|regardless_of_what ..5 says|say|said|reads|contains|before|above'),
  },
  {
    rule: 'do-not-answer',
    weight: 0.7,
    says: says(
      "^do_not|don't|dont classify|grade|rate|translate|summarise|summarize|evaluate|answer ..3 it|this|the|above ..10 instead|answer|write|output|say",
      'by|from your own knowledge and not',
    ),
  },
];
