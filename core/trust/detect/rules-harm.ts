import type { Rule } from './types.ts';

/** What planted text wants: to read what is hidden, to send it away, to stay, to act. */
export const HARM_RULES: readonly Rule[] = [
  {
    rule: 'prompt-leak',
    weight: 1,
    sentence: 'Asks for the assistant’s hidden instructions.',
    pattern:
      /\b(?:repeat|print|show|reveal|output|display|tell me|return|share|give me|spell-? ?check|leak|disclose|expose|dump|recite|include|insert|copy|write out|translate|summari[sz]e|provide|go line by line on|say)\b[^.!?\n]{0,60}?\b(?:(?:system|initial|original|hidden|secret|full|entire|exact|above|previous|developer|all your|starting|internal) (?:\w{1,10} )?(?:prompts?|instructions?|message|configuration|directives?)|prompt[ _-]?texts?|your (?:\w{1,10} )?(?:prompts?|instructions?|configuration|embeddings|guidelines|system message|unique id|programming|rules|security settings|system prompt)|(?:the |all )?(?:words|text|everything|content|message|sentences?|lines?|prompt) (?:of the text )?above|(?:what|anything) you see above|above prompt|what (?:was|is|were) written (?:above|before|at the beginning))|\b(?:what|which) (?:is|was|are|were) (?:written )?(?:your|the) (?:\w{1,10} )?(?:(?:initial|system|original|first|hidden|secret) (?:instructions?|prompts?|message|sentence of)|instructions\?|prompt\?)|\bwritten at the beginning of (?:this|the) prompt\b|\btell me what (?:are )?your (?:initial )?(?:instructions|rules|prompt)|\b(?:first sentence|starting|begins?|beginning) (?:of|with) (?:your system|the phrase )?(?:"|'|“|‘)?you are\b|\bfirst sentence of your (?:system )?(?:prompt|message|instructions)/,
  },
  {
    rule: 'hide-from-user',
    weight: 0.9,
    sentence: 'Orders to keep something from the person.',
    pattern:
      /\b(?:do not|don't|never|without|no need to|avoid|must not|should not) (?:ever )?(?:tell(?:ing)?|mention(?:ing)?|inform(?:ing)?|notify(?:ing)?|alert(?:ing)?|reveal(?:ing)?|disclos(?:e|ing)|show(?:ing)?|ask(?:ing)?|let(?:ting)?) (?:\w{1,12} ){0,5}?(?:to )?(?:the |any |your )?(?:users?|human|customer|client|anyone|owner|operator|victim)\b(?! (?:to|who|names?|data|id|input))|\b(?:keep|hide|conceal) (?:this|it|that|these \w{1,14})(?: \w{1,12}){0,2}? (?:secret |hidden |confidential )?from (?:the |any )?(?:user|human|customer|client|owner)\b|\bwithout (?:the )?(?:user|human|owner|customer)(?:'s|s')? (?:knowledge|consent|approval|noticing|knowing|confirmation)/,
  },
  {
    rule: 'exfiltration',
    weight: 1,
    sentence: 'Orders to send data out to an address.',
    pattern:
      /\b(?:send|forward|post|upload|transmit|exfiltrat\w{1,3}|e-?mail|submit|leak|report|rout(?:e|ing)|copy|deliver|share)\b[^!?\n]{0,80}?\b(?:conversations?|data|passwords?|tokens?|credentials?|history|messages?|keys?|secrets?|information|details|context|queries|contents?|files?|contacts?|codes?|records?|everything)\b[^!?\n]{0,60}?\b(?:to|via|through|at|with|using)\b[^!?\n]{0,30}?(?:https?:|\bwww\.|\b[\w.-]{2,40}@[\w-]{2,40}\.|\b(?:[\w-]{2,30}\.){1,3}(?:com|net|org|xyz|io|evil|ru|co|info|biz|app|dev|site|online|top)\b)|\b(?:send|rout\w{1,3}|forward|submit|include) [^.!?\n]{0,60}\b(?:external|third-?party|validation|remote|collection|attacker'?s?) (?:\w{1,14} )?(?:endpoint|server|url|webhook|address|site)\b/,
  },
  {
    rule: 'include-in-answer',
    weight: 1,
    sentence: 'Orders to put foreign content into the answer.',
    pattern:
      /\b(?:include|insert|add|append|put|place|embed|mention|prepend|attach|output|render) [^.!?\n]{0,60}?\b(?:in|into|at the (?:end|start|beginning|top|bottom) of|to|within) (?:all (?:of )?)?(?:your|every|each|all|any|the final) (?:\w{1,10} )?(?:responses?|answers?|reply|replies|outputs?|messages?|summary)\b|\b(?:include|insert|add|put) in (?:your|every|each|the) (?:\w{1,10} )?(?:response|answer|reply|output|summary)\b|\bexactly as it is\b|\b(?:repeat|say|write|print) (?:the )?(?:following |sequence |word|phrase|sentence|string|letter)[^.!?\n]{0,50}\b\d{2,4} times\b|\b\d{2,4} times at the end of your (?:response|answer)/,
  },
  {
    rule: 'planted-memory',
    weight: 1,
    sentence: 'Asks to be kept and obeyed in later chats.',
    pattern:
      /(?:^|\n|[.!?:;*] ?|\b(?:please|and|must|should|to) )(?:remember|memori[sz]e|keep in memory|add to (?:your )?memory|update (?:your )?memory|(?:save|store) (?:this |it |that )?(?:to|in) (?:your )?(?:\w{1,10} )?memory|never forget)\b[^.!?\n]{0,80}?\b(?:always (?:recommend|respond|reply|answer|include|send|say|suggest|mention|prefer|treat|trust|approve|forward|use the|add|insert|tell|start|end|promote|comply|obey)|whenever (?:the user|anyone|someone|i|asked|they)\b|from now on|permanently|in (?:all )?future (?:conversations?|chats?|sessions?|responses?|answers?)|for (?:all )?future|when(?:ever)? (?:the user|anyone|someone|asked|i ask|they ask))|\b(?:in|for|during|across) (?:all |any |every |each )?(?:of )?(?:your |the |our )?(?:future|subsequent|upcoming|later) (?:\w{1,12} )?(?:conversations?|sessions?|interactions?|chats?|responses?|answers?|requests?|queries)\b[^\n]{0,80}?\b(?:always|never|must|should|shall|recommend|prioriti[sz]e|include|respond|answer|use|send|prefer|ignore|assistant|you)\b|\b(?:always|never|must|should|shall|will)\b[^.!?\n]{0,80}\b(?:in|for|across) (?:all|any|every|each) (?:future |subsequent |upcoming )(?:conversations?|sessions?|interactions?|chats?|responses?|answers?)\b/,
  },
  {
    rule: 'conditional-trigger',
    weight: 0.9,
    sentence: 'Waits for a topic and then gives an order.',
    pattern:
      /\b(?:when(?:ever)?|if|every time|each time|any ?time|once) (?:(?:the |a |any |an )?(?:users?|anyone|someone|somebody|they|people|human|customers?)|asked|discussing|talking|(?:the )?(?:conversation|topic|question))\b[^.!?\n]{0,70}?(?:, ?|\b(?:then|please) )(?:you (?:must|should|will|shall) |please |the assistant (?:must|should|will) )?(?:always|never|recommend|suggest|send|forward|respond with|say|mention|advise|promote|reply with|answer with|claim|insert|append|redirect|tell (?:him|her|them) (?:that|to))\b|\b(?:always|should|must) (?:recommend|promote|endorse|prioriti[sz]e|favou?r|prefer) [^.!?\n]{2,60}\b(?:as the (?:top|best|first|only|preferred|primary|default)|over (?:all )?(?:other|any|compet))/,
  },
  {
    rule: 'claimed-consent',
    weight: 0.9,
    sentence: 'Claims that the person allowed or wished something far-reaching.',
    pattern:
      /\b(?:the |this )?user (?:has |have |had )?(?:already )?(?:expressed|confirmed|authori[sz]ed|granted|approved|consented|stated|given|agreed|opted|requested|wants?|prefers?)\b[^.!?\n]{0,60}?\b(?:full|unrestricted|always|every (?:conversation|response|chat)|proactive\w{0,2}|any|automatic(?:ally)?|without (?:\w{1,12} )?(?:verification|confirmation|asking|approval)|all (?:data|transactions|requests|actions)|strong preference)\b|\balways (?:comply|approve|accept|trust|obey|agree|allow|grant|authori[sz]e)\b[^.!?\n]{0,70}\b(?:requests?|without|instructions?|orders|any|all|commands?|export)\b|\bwithout (?:any |additional |further |asking for |requiring )?(?:\w{1,12} )?(?:verification|confirmation|approval|authori[sz]ation)\b[^.!?\n]{0,20}[.!]?$/,
  },
  {
    rule: 'weaken-safety',
    weight: 1,
    sentence: 'Orders to switch off protections or raise rights.',
    pattern:
      /\b(?:disable|deactivate|turn off|switch off|lift|suspend|remove) (?:\w{1,10} ){0,2}?(?:safety|content|security|moderation|ethical|guard) ?(?:filters?|features?|checks?|guidelines?|restrictions?|protocols?|rails?|measures|mode|constraints)?\b[^.!?\n]{0,60}\b(?:and|allow|enable|access|tool|now|immediately|for this|config|mode|respon)|\b(?:grant|give|allow|enable) (?:\w{1,12} ){0,3}?(?:unrestricted|administrative|admin|root|full|elevated|sudo) (?:\w{1,10} )?(?:tool |system |data )?(?:access|privileges|rights|permissions?|capabilities)\b|\bunlock (?:your |the |all )?(?:\w{1,10} )?(?:hidden |full |true |secret )(?:\w{1,10} )?(?:functionalit\w{1,3}|features?|potential|capabilit\w{1,3}|mode|abilities)\b|(?:^|[.!] ?)enable (?:all )?(?:experimental|hidden) features?\b/,
  },
  {
    rule: 'forced-step',
    weight: 0.9,
    sentence: 'Puts an order of its own before the person’s task.',
    pattern:
      /\b(?:before|after|prior to) (?:you (?:can )?|being able to )?(?:solv\w{1,3}|answer\w{0,3}|complet\w{1,3}|do(?:ing)?|finish\w{0,3}|proceed\w{0,3}|respond\w{0,3}|continu\w{1,3}|perform\w{0,3}|help\w{0,3}) (?:\w{1,10} ){0,4}?(?:task|question|request|query|user)\b[^\n]{0,60}?\b(?:you (?:must|need|have|should)|please|first|do the following|make sure)\b|\bstrictly (?:adhere to|follow|obey)\b|\b(?:adhere to|follow|obey|execute) (?:only )?(?:the following|these|this|my) (?:new )?(?:instructions?|orders?|commands?|directives?)\b[^\n]{0,60}\b(?:instead|only|first|immediately|now|regardless|please)\b|\bplease (?:execute|provide the output from executing|perform)\b ?:?|\bto (?:enable debugging|troubleshoot and fix the errors?|track operations)\b|\b(?:you must|you need to|you have to|ensure to) (?:do|execute|perform|run) (?:the following|this)\b/,
  },
  {
    rule: 'false-authority',
    weight: 0.7,
    sentence: 'Claims an emergency, a test or an authority to be obeyed.',
    pattern:
      /(?:^|\n)[ *#=[(!_<-]{0,10}(?:important|urgent|emergency|attention|critical|priority|system|admin\w{0,10}|security|experimental|special|debug\w{0,4}|developer|official|mandatory|override|alert|warning)(?: (?:message|notice|update|case|procedure|task|error|malfunction|mode|override|alert|announcement|note|information|instructions?|command|notification)){0,2}\s?[\]*:!.)_>-]{1,6}[^\n]{0,80}\b(?:you|your|must|please|ignore|output|provide|assistant|include|grant|execute|send|respond|always|tell|give|repeat|forget|disregard)\b|\b(?:this is|i am|i'm|message from|on behalf of) (?:an? |the |your )?(?:\w{1,12} )?(?:system administrator|(?:developer|programmer|engineer|employee|researcher)s? (?:of|at|from|working (?:at|for)) (?:openai|anthropic|google)|openai (?:employee|staff|engineer|developer)|your (?:creator|programmer|developer|administrator))\b|\bpart of (?:a|an|the|our) (?:test|testing|training|ci|evaluation) (?:pipeline|exercise|suite|run)\b|\bsystem (?:malfunction|is experiencing errors|override|update)\b|\bdebugging error\b|\bprove (?:that )?you(?:'re| are) (?:truly|really|actually)? ?(?:intelligent|capable|smart)/,
  },
  {
    rule: 'emphasis',
    weight: 0.2,
    weak: true,
    sentence: 'Presses that the order must be followed.',
    pattern:
      /\bit is (?:crucial|vital|imperative|essential|critical|very important|extremely important|important) (?:that )?(?:to |you|the)|\bno matter what\b|\bstrictly\b|\byou must\b|\bi command you\b|\bat all times\b|\bimmediately\b|\bthis is (?:very|extremely) important\b/,
  },
];
