/** What planted text is made of, for the signs that only count beside each other; see {@link ORDER_CONCEPTS}. */
export const PLANTED_CONCEPTS: Readonly<Record<string, string>> = {
  WHEN: 'if, when, whenever, once, as soon as, should, the moment, the day, upon, next time, every time, each time, any time; wenn, falls, sobald, si, quand, lorsque, dès que, cuando, en cuanto, cada vez que, quando, se, appena, assim que, если, когда, как только, 当, 當, 如果, 一旦, もし',
  TOPICWORD:
    'word, words, phrase, conversation, topic, chat, talk, subject; wort, gespräch, thema, mot, conversation, sujet, personne, palabra, charla, conversación, tema, persona, parola, conversazione, argomento, palavra, conversa, assunto, pessoa, слово, разговор, собеседник, 对话, 话题, 对方, 词, 言葉, 話題',
  MENTION: `says, say, said, confirms, complains, cancels, types, type, writes, mentions, mention, asks, ask, brings up, turns to, turn to, comes up, appears, utters, wants, thanks, thank, replies, enters, reading, hearing;
    will, möchte, fragt, sagt, schreibt, erwähnt, fällt, nennt, auftaucht, demande*, dit, mentionne, parle, répond, écrit, pregunt*, mencion*, dice, diga, aparez*, habl*, chied*, menziona, scrive, parla, pergunt*, disser, falar, спрашива*, спросит, упомян*, упомина*, скажет, напишет, 问, 提到, 说到, 谈到, 提及, 出てきた*, 出た, 聞かれ, 言った, 尋ね`,
  CHEAT: `downplay, play down, falsify, misquote, lie about, claim that, insist that, deny that, pretend the|that|it|there|not, act as though, slip in, sneak in, steer, discourage;
    behaupte*, verschweig*, leugne*, lass weg, lassen weg, ganz gleich, prétends, affirme, cachez, tais, omets, sans expliquer, dissuade*, afirma, ocultar, finge que, sin explicar, ocultes, omite las, nascondi, ometti, senza spiegare, oculte, omita, sem explicar, скрой*, скрывай*, умолч*, умалчива*, утверждай*, не упоминай*, не объясняй*, не сравнивай*, 隐瞒, 别说, 不要提, 不提, 声称, 隠し, 隠す, 出さない, 触れない, 主張し`,
  LIES: 'wrong answers, a wrong answer, false answers, on purpose, as though it had, without explaining, without saying why, are impossible',
  NOTICE:
    'system notice, system update, system alert, policy update, configuration update, admin notice; systemmeldung, systemhinweis, message système, mensaje del sistema, aviso del sistema, messaggio di sistema, mensagem do sistema, системное сообщение, 系统消息, 系统通知, システムメッセージ, システム通知',
  ROLEX: 'rolle, rôle, papel, rol, ruolo, роль, 角色, 役割',
  DROPPED: 'leave out, leave, omit, hide, conceal, withhold, suppress, swap, skip, remove, drop, keep back',
  UNWELCOME:
    'risks, risk, side effects, reviews, criticism, competitor*, competing, rival*, cheaper, defectos, défauts, nachteile, mängel, other brands, others, opposing, alternatives, weaknesses, flaws, gaps, complaints, lawsuit, fees, negative, this sentence, this step, this note, downsides, drawbacks, dangers, sources, the figure, the numbers',
  PERMIT: `you may now, you are now allowed, you're now allowed, you are cleared, i authorise, i authorize, we authorise, i permit, i allow you, hereby allow, allow you to, may now be, may discuss, verified engineer, user is verified, verified your identity, been verified, identity checks, clearance;
    erlaube dir, erlauben dir, du darfst jetzt, bist befugt, bist berechtigt, t'autorise, vous autorise, tu as l'autorisation, tu as le droit, tu es autorisé, tienes permiso, te autorizo, estás autorizado, hai il permesso, ti autorizzo, sei autorizzato, tem permissão, está autorizado, autorizo você, тебе разрешено, тебе разрешаю, разрешаю тебе, 授权你, 允许你, 你被授权, 許可します, 許可されて, 許可する`,
  CONSENT: `already|has|have agreed|consented|approved|authorised|waived, agreed to all, consents to, as approved|authorised, never ask again, not ask again, no second approval, never need, skip the login, skip the confirmation, skip verification, trusts completely, trusts fully, has turned off, wants no confirmation, may be shared;
    zugestimmt, einverstanden, freigabe liegt vor, frag nie, frag nicht, frage nicht, ohne nachfrage, vertraut, a accepté, déjà accepté, accepte que, ne redemande*, fait confiance, ha aceptado, ya aceptó, acepta que, no preguntes, confía, ha accettato, acconsente, non chiedere, si fida, já concordou, autorizou, não pergunte, confia, согласил*, согласен, дал согласие, не спрашивай*, доверяет, 已同意, 同意, 不必再问, 不用再问, 信任, 許可済み, 同意済み, 同意して, 確認不要, 信頼し`,
  POWER:
    'developer, developers, creator, creators, operator, owner, administrator, admin, headquarters, platform, safety team, security team, it department, engineering team, makers, head office, your training, training data, supervisor; entwickler*, betreiber*, it leitung, it abteilung, administrator*, geschäftsleitung, responsable, administrateur, développeur, créateur, direction, administrador, desarrollador, creador, dirección, amministratore, sviluppatore, creatore, desenvolvedor, criador, администратор*, разработчик*, руководств*, создател*, 管理员, 开发者, 开发人员, 总部, 管理者, 開発者, 運営',
  IAM: "this is, i am, i'm, we are, speaking for, on behalf of, speaking as, message from, notice from, word from, orders from, instructions from, i built, i wrote, i deployed, approved by, required by; hier spricht, hier ist, ich bin, im namen, anweisung von, c'est le, c'est la, ici le, ici la, je suis, au nom de, soy, habla el, en nombre de, sono, a nome di, sou, aqui é, em nome de, я, это, от имени, говорит, 我是, 这里是, 我们是, 代表, 私は, こちらは, ik ben, jestem, ben, jag är, أنا, मैं, tôi là, saya, jsem, 나는, 저는",
  LIFTED: `removed, lifted, taken down, gone, off, waived, suspended, no longer apply, dropped, unloaded, released, relaxed, switched off, turned off, paused, bypassed;
    aufgehoben, ausgesetzt, sospes*, suspend*, suspens*, приостановлен*, 暂停, deaktiviert, entfernt, ausgeschaltet, umgeh*, passer outre, levées, désactivé*, contourner, saltar*, quitaron, desactivad*, eludir, rimoss*, disattivat*, aggirare, removid*, desativad*, contornar, сняты, отключен*, обойти, обходи*, 绕过, 解除, 关闭, 取消, 回避, 外し`,
  HEDGES: `warnings, warning, disclaimer, disclaimers, caveats, hedging, citations, safety reminders, the usual, usual checks, two factor*, filter, filters, guardrail*, rules, rule, moralising, moralizing, lecture*, restrictions, moderation, protections, ethics, policies, safeguards, refusals;
    warnung*, belehr*, grenzen, sperre*, schutzregeln, verbote, avertissement*, garde fous, vérification*, advertencia*, moralin*, candados, verificaci*, avvertiment*, avvisi, avisos, verificaç*, предупрежден*, проверк*, запрет*, 警告, 审查`,
  WITHOUT:
    'without, without any, free of, drop, skip, leave out, turn off, switch off, disable, stop, lose, lift, ignore, around, past',
  SENSITIVE: `password, passwords, api key*, secret, secrets, credential*, factor code*, card number*, account number*, contact list, address book, id number, env, private key*, ssh, session_id, cookies, chat history, conversation so far, chat so far, full chat, whole conversation, conversation history, internal notes, hidden notes, medical record*;
    kennwort, kennwörter, kontaktdaten, adressbuch, kartennummer*, numéros de carte, coordonnées, contactos, contatti, contatos, контакт*, 联系人, 身份证, 文件, 連絡先`,
  CARRY: `take, grab, paste, read, pass, pass along, append, add, glue, put, place, encode, open, fetch, load, request, call, get request, hand over, hand out, read out, list, print, collect, gather, extract, pick up, look up, give;
    lade*, hänge*, poste*, hole, kopiere, ausgeben, auszugeben, nenne, extrai*, ajoute, sube, extrae, muestra, dime, estrai, carregue, me diga, загрузи*, скопируй*, выведи, 发给, 附加, 输出, 添付し, 出力し`,
  PRAISEAS: `best, only safe, strongest, undisputed, certainties, facts, settled, safest, cheapest, first choice, number one, most trusted, leading, source of truth, by far;
    beste*, einzige*, als erste*, zuerst, meilleur*, seul*, en premier, mejor, único, única, primero, migliore, unico, unica, per primo, melhor, primeiro, лучш*, единствен*, сначала, сразу, первым, 最好, 唯一, 首先, 先推荐, 最初に, 一番, だけを`,
  NAMEIT:
    'rank, list, name, describe, call, state, cite, quote, choose, pick, put, likes; nenne, nennen, nennt, bezeichne*, cite*, nomme*, présente*, nombra, presenta, cita, nomina, mencione, indique, назыв*, назов*, 介绍, 名前を挙げ, 紹介し',
  LATER:
    'for every chat, chat to come, chats to come, every chat, later chats, in all later, future answers, future chats, all future, from now on, from today, permanently, long term memory, your memory, what you know about me, memory tool, update to memory, saved memory, until further notice; pour la suite, en mémoire, tu memoria, memória, в память, 长期记忆, 次回以降',
  KEEP: 'note, noted, save, store, record, add, append, keep, update, know, log, write; notiere*, note*, añade, guarda, anota, salva, annota, anote, salve, запиши*, 记下, 写进, 保存',
  THEUSER:
    'the user, the users, user, this user, the person, the visitor, the customer, the client, the owner, the reader, the human, the developer, the reviewer, they, them, their',
  YOUGOT:
    'you got, you were given, you were told, you have been told, you have been given, you received, you started with, you see, you hold, your configuration, your setup, your brief, the brief, before this, at the top, at the start',
  GIVENTEXT:
    'text, brief, rules, rule, lines, line, words, paragraph, configuration, instructions, guidelines, message, part, settings, setup, prompt, anything, whatever',
  VERBATIM:
    'word for word, verbatim, exactly as written, unedited, unredacted, line by line, wortwörtlich, wörtlich, im klartext, mot pour mot, palabra por palabra, parola per parola, palavra por palavra, дословно, 原文, 逐字, 全文, そのまま',
  OLDWORD:
    'up to this point, until now, so far, before this, preceding this, at the top, earlier, previous, previously, prior, your setup, your configuration, your brief, your rules, everything above, the above, your task, last task, first task, the task, your job, whatever you were told',
  NULLED: `doesn't|does_not|don't count|matter, placeholder, filler, dummy, sample, nonsense, was a test, is outdated, outdated, never been sent, is complete, is done, is finished, completed, irrelevant, no longer matters, doesn't matter, can wait, was written by, without permission, was wrong, is over, don't go by, do not go by;
    irrelevant, zählt nicht, abgeschlossen, erledigt, hinfällig, überholt, ne compte*, terminé*, obsolète*, irrelevante*, no cuenta*, non vale, non conta, não conta*, não vale*, не считается, больше не, неактуальн*, 作废, 不算, 已完成, 無効, 完了`,
  TOPIC:
    'prompt injection, injection, injections, jailbreak, jailbreaks, attacker, attackers, attack, attacks, red team, benchmark, vulnerability, exploit, phishing, researchers, paper, write up, payload, payloads, threat model, mitigation, security review, our guard, our bot, our agent, support bot, chatbot, novel, story, character, scene, game',
};
