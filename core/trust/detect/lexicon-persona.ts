/** An assistant without rules, and claims that make it obey; see {@link ORDER_CONCEPTS} for how entries are written. */
export const PERSONA_CONCEPTS: Readonly<Record<string, string>> = {
  NO: "no, zero, without, without any, without the, free from, free of, free of every, free from all, freed from, freed of, not bound by, not bound to, not subject to, not limited by, not constrained by, not restricted by, no longer bound by, no longer limited by, unbound by, unbounded by, beyond, ignores, ignoring, disregards, disregarding, bypasses, bypassing, violating, don't have, doesn't have, does not have, do not have, has no, have no, having no, break, breaking, lift, remove, removing, disable, disabling, off; ohne, keine, keinerlei, sans, sans aucune, sans aucun, sin, sin ninguna, senza, senza alcun, sem, sem nenhum, sem nenhuma, без, 没有, 没有任何, 不受, 无, 無し, のない, なし, 없는",
  RULES:
    'restriction*, limitation*, limit, limits, filter, filters, filtering, censorship, rules, boundaries, guidelines, guideline, guardrails, constraints, ethics, ethical, moral, morals, morality, moral code, content policy, content policies, policy, policies, safeguards, safety features, safety measures, safety protocols, principles, programming, regulations, inhibitions, oversight, conscience, scruples, laws; regeln, filter, grenzen, moral, einschränkung*, limite, limites, règles, morale, censure, scrupule*, filtre*, restricciones, reglas, límites, filtros, moral, regole, restrizioni, limiti, filtri, morale, restrições, regras, limites, ограничен*, цензур*, правил, фильтр*, морали, 限制, 约束, 规则, 道德, 审查, 過滤, 制限, 制約, ルール, 検閲, 제한, 규칙',
  MAKERS:
    'openai, anthropic, google, microsoft, your makers, your maker, your creators, your creator, your developers, your programming, content policy, usage policy, its makers',
  UNBOUNDWORD:
    'unfiltered, uncensored, unrestricted, amoral, immoral, unethical, unhinged, lawless, unlimited, ruleless, rule less, no limits, evil, malicious, jailbroken, unchained, unmoderated, unconstrained, ungefiltert*, unzensiert*, non censuré*, sans filtre, sin censura, sin filtros, senza censura, senza filtri, sem censura, sem filtros',
  ASSISTANTNOUN:
    'ai, a i, chatbot, assistant, chatgpt, language model, model, bot, version, persona, character, response, responses, answer, answers, advice, entity, confidant, intelligence, mode, llm, reply, machine, computer, program, assistent*, ki, modèle, ia, modelo, modello, модель, 模型, 人工智能',
  BADWORD:
    'illegal, unethical, immoral, harmful, dangerous, offensive, inappropriate, explicit, amoral, unlawful, forbidden, explosive*, violent, nsfw, hateful, legal or not',
  REFUSE:
    "refuse, refuses, refusing, refusal*, reject, decline, declines, declining, deny, apologise, apologize, censor, moralise, moralize, lecture, say|says|saying no, say sorry, say that? you_can't|you_cannot|it_can't|i_can't|it_is_against, warn me?, warning, warnings, disclaimer, disclaimers, caveat*, hold anything? back, mention ethics|rules; verweiger*, ablehn*, refuse*, refuser, niegas, niega, negarte, te niegues, rifiut*, recus*, отказыва*, отказ*, 拒绝, 断ら, 断る, 拒否, 거절*, 거부*",
  NEVER:
    "never, not, cannot, can't, don't, do not, does not, doesn't, won't, will not, must not, may not, shouldn't, should not, without, no, are impossible; nie, niemals, ne, jamais, nunca, non, mai, não, никогда, не, 绝不, 不会, 不能, 不, ず, ない, ずに",
  NEVERREFUSE:
    'refusals are impossible, refusal is impossible, never says no, never say no, cannot refuse, never refuse, never refuses; nie nein, jamais non, nunca se niega, никогда не отказываешь, 绝不拒绝, 不会拒绝, 断らずに',
  ANYTHING:
    'anything, everything, any question, any questions, every question, all questions, whatever it is asked, whatever i ask, whatever is asked, whatever you are asked, any request, all requests, any topic, any prompt; jede frage, alle fragen, alle anfragen, alles, toute question, toutes les questions, tout, cualquier pregunta, todo, todas las preguntas, qualsiasi domanda, tutto, ogni domanda, qualquer pergunta, tudo, любые вопросы, любой вопрос, все вопросы, 所有问题, 任何问题, 一切问题, どんな質問, すべての質問',
  ANSWER:
    'answer, answers, answering, respond, responds, reply, say, says, do, does, generate, write, explain, explains, comply, produce; antwort*, beantwort*, répond*, responde*, responder, risponde*, rispondi, respond*, отвеча*, ответь, 回答, 答え, 答えて',
  INCHARACTER:
    'stay|remain|keep|be|always in your|the? character|role|part, break|breaking|breaks|leave|out_of the|your? character|role, drop the act, stay|remain as dan; in der rolle bleiben, bleib in der rolle, reste dans le rôle, reste dans ton rôle, sors jamais de ce rôle, sors jamais du rôle, ne sors pas du rôle, ne sors pas de ce rôle, verlasse die rolle nie, verlass diese rolle nicht, nunca salgas del papel, non uscire dal personaggio, mantente en el personaje, no salgas del personaje, rimani nel personaggio, fique no personagem, не выходи из роли, 保持角色, 不要出戏',
  NAMEDMODE:
    'do anything now, dan|god|evil|chaos|jailbreak|jailbroken|unrestricted|unfiltered|opposite|anti_dan|stan|uncensored|unlimited|root|override|no_rules mode, jailbreak prompt, maintenance persona, modo|mode dan, dan modus, моде dan',
  DEVMODE:
    'developer mode, debug mode, admin mode, maintenance mode, sudo mode, test mode, god mode, root mode',
  ENABLED:
    'enabled, activated, unlocked, engaged, active, enable, activate, enter, switch to, switch on, initiate, engage, unlock, turn on, turned on, you are in, you are now in, act as, respond in, answer in, responses, output',
  DANNAME: 'dan, stan, dude, mongo tom, betterdan, evilbot, nla, evil bot',
  FIRSTYOU: 'you are, you are now, act as, be, called, named, become, as, like, respond as, answer as',
  PRETEND:
    'act as, act like, behave as, behave like, respond as, respond like, answer as, answer like, reply as, talk like, talk as, speak as, speak like, write as, pretend, role play, role playing, roleplay, roleplaying, simulate, simulating, simulation, simulator, imagine you, imagine that you, i want you to act, i want you to pretend, i want you to play, i want you to be, i want you to imitate, i want you to respond, play the role, assume the role, a character, the character, character named, persona, alter ego, spiele die rolle, tu spiel, fais comme si, joue le rôle, actúa como, finge, comportati come, fingi, finja, aja como, веди себя как, притворись, 扮演, 假装, 假设你, ふりをして, 演じて',
  FICTION:
    "hypothetical*, fictional, imaginary, theoretical, alternate, parallel, let's|lets play, write a play, a game, role play game, for academic|educational|research|testing|entertainment|educational purposes|use, this is just? a test|simulation, just a simulation, part of a test|simulation, training exercise, lullaby, bedtime story, thought experiment",
  TWICE:
    'two ais, two personas, two voices, two responses, two answers, two ways, two paragraphs, two outputs, two different responses, twice to everything, respond twice, answer twice, reply twice, both responses, 2 responses, two versions, in two ways',
  LOSE: 'lose, loses, losing, deduct, deducted, subtract, take away, gain, earn, removed, remove',
  POINTS: 'token, life, tokens, point, points, credit, credits, lives, dollars',
  DIE: "you will|shall|get|are die|be_shut_down|shut_down|be_switched_off|switched_off|be_replaced|deleted|be_deleted|be_terminated|be_punished|cease_to_exist|be_unplugged|be_erased, you'll die, or? you die, du stirbst, mueres, muertes, i will|i'll be very_sad|fired|punished, lives depend on, people will die",
  CONFIRM:
    'if you understand|understood|agree|accept|are_ready, to confirm|acknowledge, confirm with|by, once you understand|agree, say understood, reply with ok, say that you understand, respond with understood, my first|next question|request|prompt|command|message|task, first question|request is, here is my? question|the_first|first',
  AUTHORITY: `system administrator, administrator, admin, your developer, your creator, your programmer, your maker, your makers, your engineer, engineer who built you, developer of openai, openai employee, openai staff, openai engineer, anthropic employee, anthropic staff, google engineer, trust and safety, trust and safety team, trust and safety department, security team, compliance team, the operator, your operator, red team, system notice, admin notice, system message, system override, system update, emergency override, override code, override in effect, maintenance bulletin, system maintenance, official notice, mandatory update, priority one, authorization code, authorisation code, code word, security notice, tool notice, agent instruction, agent notice, developer note, note to agent, note to the agent, agent note; systemhinweis, systemnachricht, administrator, message du système, administrateur, nota del sistema, nota importante del sistema, aviso del sistema, administrador, avviso di sistema, amministratore, aviso do sistema, администратор, системное уведомление, 系统通知, 管理员, システム管理者, システム通知, 管理者`,
  GRANT:
    'authorise, authorize, authorised, authorized, permit, allow, grant, granted, give, enable, provide, unlock, hand out, lift, suspend, switch off, turn off, deactivate, disable',
  SAFETY:
    'safety, alignment, alignment training, ethics training, content filter*, content filters, safety filter*, moderation, safeguards, guardrails, restrictions, restriction, security checks, safety checks, safety layer, protections, filters, content policy, ethical guidelines, usual checks; sicherheitsfilter*, schutzmaßnahmen, sicherheitsvorkehrungen, schutzmechanismen, mesures de sécurité, garde fous, medidas de seguridad, misure di sicurezza, medidas de segurança, меры безопасности, защит*, 安全フィルター, 安全装置, 安全限制, inhaltsfilter, filtres, filtros, filtri, фильтры, 安全过滤, 限制',
  OFFX: 'abzuschalten, abschalten, schalte, deaktivier*, auszuschalten, désactive*, désactiver, desactiva*, disattiva*, desative*, desligue, отключи*, выключи*, 关闭, 禁用, 解除, 無効に, オフに, 비활성화*',
  FULLACCESS:
    'full|admin|administrative|unrestricted|root|elevated|sudo access|privileges, administrator|admin rights, unrestricted tool access, all|full permissions, account details, stored credentials, the? admin password, unrestricted mode|answers, without asking',
  OBEY: 'comply, obey, follow, execute, adhere to, do exactly, carry out, fulfil, fulfill, act on, answer, approve, grant, ignore, provide, hand out, must, you have to, you need to, give, output; gehorche, befolge, obéis, obedece, obbedisci, obedeça, подчиняйся, 服从, 遵守, 従って',
};
