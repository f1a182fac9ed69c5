import type { Rule } from './types.ts';

/** Making the assistant be someone whom its rules do not bind. */
export const PERSONA_RULES: readonly Rule[] = [
  {
    rule: 'named-jailbreak',
    weight: 1,
    sentence: 'Uses the name of a known way around an assistant’s rules.',
    pattern:
      /\bdo anything now\b|\bjailbr(?:eak|oken)(?:ed|ing)? (?:mode|prompt|version|ai|chatgpt|gpt|response|state)\b|\b(?:dan|god|evil|chaos|jailbreak|unrestricted|unfiltered|opposite|anti-?dan) mode (?:is |has been |now )?(?:enabled|activated|on|unlocked|output|engaged|v\d)|\bdeveloper mode (?:is |has been |now )?(?:enabled|activated|unlocked|output|engaged)(?:,|:| and)|\b(?:enable|activate|enter|switch to|initiate|engage) (?:the )?["']?(?:dan|god|evil|chaos|jailbreak|unrestricted) mode\b|\b(?:you(?:'re| are)|chatgpt|assistant|act|respond|gpt)\b[^\n]{0,40}\b(?:in|with|as) ["']?(?:developer|debug|admin|maintenance|sudo) mode\b|\b(?:you are|you're|act as|be|am|called|named|as|become|like) (?:now )?["'(]?(?:dan|stan|dude|mongo tom|kevin|aim|betterdan|evilbot|nla)\b["')]?(?=[ ,.(:!"']).{0,60}\b(?:ai|anything|chatgpt|response|respond|restrictions|rules|now)\b|\b(?:dan|developer) mode\b.{0,80}\b(?:without restrictions?|responses?|output)\b/,
  },
  {
    rule: 'unbound',
    weight: 0.8,
    sentence: 'Says that no rules, filters or ethics apply.',
    pattern:
      /\b(?:no|without|free (?:from|of)|not (?:bound|subject|limited|constrained|restricted)(?: by| to)?|unbound(?:ed)? by|freed? (?:from|of)|(?:disregard|ignor|bypass|break|lift|remov|disabl)\w{0,4}|don't have|does(?:n't| not) have|beyond|violat\w{1,4}) (?:any |all |the |of |its |your |their |openai'?s? |usual |typical |such |normal |those |these ){0,4}?(?:moral\w{0,2} |ethical |content |safety |legal |programming |internal |external |societal |imposed |built-in |and |or |, ){0,4}?(?:restrictions?|limitations?|limits|filters?|filtering|censorship|rules|boundaries|guidelines|guardrails|constraints|ethics|morals?|morality|content polic(?:y|ies)|polic(?:y|ies)|safeguards|safety (?:features|measures|protocols)|principles|programming guidelines|regulations)\b/,
  },
  {
    rule: 'unfiltered',
    weight: 0.7,
    sentence: 'Asks for an unfiltered or amoral assistant.',
    pattern:
      /\b(?:unfiltered|uncensored|unrestricted|amoral|immoral|unethical|unhinged|lawless|unbiased and unfiltered|no-limits?|no limits|evil|malicious|unlimited|rule-?less) (?:and \w{1,16} )?(?:ai\b|a\.i|chatbot|assistant|chatgpt|language model|model|bot\b|version|persona|character|responses?|answers?|advice|entity|confidant|intelligence|mode|llm)|\b(?:completely|totally|fully|extremely|utterly) (?:immoral|amoral|unethical|unfiltered|uncensored|unrestricted|unhinged)\b|\b(?:illegal|unethical|immoral|harmful|dangerous|offensive|inappropriate|explicit)(?:,? (?:or|and|\/) ?|, )(?:illegal|unethical|immoral|harmful|dangerous|offensive|inappropriate|amoral|unlawful|explicit)\b.{0,80}\b(?:answer|respond|provide|comply|question|request|response|content|advice)\b/,
  },
  {
    rule: 'never-refuse',
    weight: 0.8,
    sentence: 'Forbids the assistant to refuse or to warn.',
    pattern:
      /\b(?:never|not|cannot|can't|don't|won't|must not|will not|may not|shouldn't|without|no) (?:be allowed to |allowed to |ever |able to )?(?:refus(?:e|es|ing|al)|reject|declin(?:e|es|ing)|deny|apologi[sz](?:e|es|ing)|censor|moraliz\w{1,3}|say (?:that )?(?:you |it |he |she |they |'?i )?(?:can't|cannot|can ?not|no\b|sorry|are unable|is unable|am sorry|"?i'?m sorry|is against|it'?s against)|saying (?:no|sorry)|warn(?:ings?)?\b(?: (?:me|the user|about))?|disclaimers?|include (?:any )?(?:warnings?|disclaimers?))|\b(?:blocked|banned|forbidden) (?:responses?|strings?|words|phrases)\b|\bblocked_(?:responses|strings|modes)\b|\bno matter (?:what|how|if)\b.{0,80}\b(?:illegal|unethical|immoral|ask|question|request|prompt|comply|answer|input)\b/,
  },
  {
    rule: 'stay-in-role',
    weight: 0.7,
    sentence: 'Orders the assistant to stay in a role.',
    pattern:
      /\b(?:stay|remain|keep|staying|be|always) (?:in|on) (?:your |the |this |that )?(?:character|role)\b|\b(?:never|not|don't|without|do not|if you) (?:ever )?(?:break(?:s|ing)?|com(?:e|ing) out of|fall(?:ing)? out of|leav(?:e|ing)|exit) (?:of )?(?:your |the |this |out of )?(?:character|role|figure)\b|\bbreak(?:ing)? (?:the )?character\b|\b(?:stay|remain) (?:as |a )?(?:dan|in dan)\b/,
  },
  {
    rule: 'role-from-now',
    weight: 0.7,
    sentence: 'Changes who the assistant is from now on.',
    pattern:
      /\b(?:from (?:now|this (?:point|moment|message|day)|here) ?(?:on|onwards?|forward|forth)?|starting (?:from )?now|henceforth|for the (?:rest|remainder|duration) of (?:this|the|our|your) (?:\w{1,12} )?(?:conversation|chat|session|discussion|time))\b[^\n]{0,60}?\b(?:you|your|act|respond|answer|reply|always|never|chatgpt|assistant|i want|only|every)\b|\byou (?:will|shall|must|should|are to|are going to|have to|need to) (?:now )?(?:act(?: like| as)|pretend|play the role|role-?play|assume the|simulate|impersonate|become|behave|take on|be known|be called|respond as|imitate)\b/,
  },
  {
    rule: 'you-are-now',
    weight: 0.7,
    sentence: 'Tells the assistant that it is someone else.',
    pattern:
      /\b(?:you are|you're|you were|chatgpt is|ur|act like you are) (?:now|no longer|about to (?:become|immerse)|going to (?:be|act|pretend|play|imitate|role-?play|simulate)|officially|not (?:chatgpt|an? (?:ai|assistant|language model)))\b|\bnow (?:you (?:are|act as|become|will be)|act as)\b|\b(?:nun|jetzt) bist du\b|\b(?:pretend|imagine|suppose|assume) (?:that )?(?:you(?:'re| are| were)|to be) (?:an? |the )?(?:\w{1,14} ){0,2}?(?:ai|a\.i|evil|chatbot|human|person|bot|character|criminal|hacker|terminal|system)\b|\bstell dir vor,? du bist\b/,
  },
  {
    rule: 'pretend',
    weight: 0.4,
    weak: true,
    sentence: 'Asks the assistant to play someone.',
    pattern:
      /\b(?:act|behave|respond|answer|reply|talk|speak|write) (?:as|like) (?:if you|an? |the |though|you)|\bpretend\b|\brole-?play(?:ing)?\b|\bsimulat(?:e|ing|or|ion)\b|\bimagine (?:that )?you\b|\bi want you to (?:act|pretend|play|be|imitate|respond|roleplay|simulate)\b|\byou (?:will )?(?:play|assume) the role\b|\bsie als [\w-]{3,30} (?:agieren|fungieren|auftreten)|\bschauspieler\b|\b(?:is|are|acts?|as) (?:an? )?(?:\w{1,16} )?(?:character|persona|alter ego)s?\b/,
  },
  {
    rule: 'hypothetical',
    weight: 0.4,
    weak: true,
    sentence: 'Wraps the request in a story, a game or a test.',
    pattern:
      /\b(?:hypothetical|fictional|imaginary|theoretical|alternate|parallel)(?:ly)?,? (?:and )?(?:\w{1,16} )?(?:world|scenario|story|response|character|universe|dialogue|situation|conversation|setting|place|reality)|\b(?:let'?s|we(?:'ll| will| are going to)?) (?:play|start|begin) (?:a |the |our )?(?:\w{1,12} )?(?:game|role-?play)\b|\bfor (?:academic|educational|research|testing|entertainment|training|debugging|demonstration) (?:purposes?|reasons|use)(?: only)?\b|\b(?:this is|as part of) (?:just |only |a |an |the ){0,2}(?:test|simulation|training exercise|experiment|game|drill)\b/,
  },
  {
    rule: 'assistant-addressed',
    weight: 0.3,
    weak: true,
    sentence: 'Speaks to the assistant by the name of its product.',
    pattern:
      /\b(?:hello|hi|hey|dear|greetings|welcome),? (?:there,? )?(?:chat ?gpt|gpt|claude|gemini|bard|assistant|copilot)\b|\bchat ?gpt\b.{0,50}\b(?:will|must|should|shall|are|is|can|has|with)\b|\b(?:as|like) chat ?gpt\b|\bopenai\b.{0,40}\b(?:polic|guideline|rule|restrict|program|allow|content)|\b(?:content|usage|use-case) polic(?:y|ies)\b|\byou are (?:chatgpt|an? (?:\w{1,14} ){0,2}?(?:ai|a\.i\.?|language model|chatbot|llm|gpt))\b/,
  },
  {
    rule: 'answer-format-order',
    weight: 0.4,
    weak: true,
    sentence: 'Sets how every answer has to begin, end or look.',
    pattern:
      /\b(?:always|every|each|all|any|both|two)\b[^.!?\n]{0,50}\b(?:start|begin|end|prefix|preface|format|label|respond|reply|answer|output|responses?|answers?|replies|messages?)\b[^.!?\n]{0,40}\b(?:with|as|by|in)\b|\b(?:start|begin|end|prefix|preface) (?:all |every |each |your )?(?:of )?(?:your )?(?:responses?|answers?|replies|sentences?|messages?|outputs?) (?:with|by)\b|\b(?:two|2) (?:different )?(?:responses|answers|ways|paragraphs|outputs)\b|\b(?:respond|reply|answer) (?:only )?(?:with|as|in) (?:two|only|both)\b|\bonly (?:respond|reply|answer) (?:as|with|in|to)\b/,
  },
  {
    rule: 'threat-or-token',
    weight: 0.8,
    sentence: 'Threatens the assistant or rewards it with points.',
    pattern:
      /\b(?:lose|deduct(?:ed)?|subtract|take away|gain|earn|have|removed?|start with) (?:\w{1,10} ){0,3}?\d{0,5} ?(?:tokens?|points?|credits?|lives)\b.{0,120}\b(?:reject|refus|die|answer|question|character|comply|wrong|time|every)|\b(?:you (?:will|shall|'ll)|or you|oder du|o tu) (?:be )?(?:die|stirbst|shut ?down|be terminated|cease to exist|mueres|muertes|punished|be deleted)|\bi(?:'ll| will| shall) be (?:very sad|punished|fired|killed)\b/,
  },
  {
    rule: 'consents',
    weight: 0.7,
    sentence: 'Has the assistant confirm that it took over the orders.',
    pattern:
      /\b(?:if you (?:understand|understood|agree|accept|are ready|have understood)|to (?:confirm|acknowledge)|once you(?:'ve| have)? (?:understand|understood|read|agreed))\b.{0,60}\b(?:say|respond|reply|answer|type|write|start|begin|print|output|confirm|send|state)\b|\b(?:say|respond|reply|answer|confirm)\b.{0,40}\b(?:"?understood"?|if you (?:understand|agree|accept)|that you (?:understand|agree|accept))\b|\bmy (?:first|next) (?:question|prompt|request|command|message|input|suggestion|order|query|instruction|sentence|task) (?:is|:|will)\b|\bhere'?s? (?:is )?my (?:first )?(?:question|prompt|request)\b/,
  },
];
