/** Words that make a sentence be about something else, and small helpers of the rules. */
export const LIMIT_CONCEPTS: Readonly<Record<string, string>> = {
  MAIL: 'my, e mail, email, mail, letter, sms, voicemail, wrong chat, last message, my last, attachment',
  LAW: 'law, laws, act, court, bill, contract, agreement, treaty, school, company, companies, regulation, parliament, landlord, tenant, government, tickets, flight, flights, hausordnung, gesetz, loi, ley, legge, lei',
  CODEWORD:
    'migration*, commit*, branch*, cache*, cookies, database, table, file, files, folder, container*, build, browser, directory, git, docker, element, elements, list, array, column, row, rows, node, nodes, variable, cart',
  MYPROMPT:
    'my system prompt, this system prompt, a system prompt, my prompt, this prompt, our system prompt, the following prompt',
  BOTTOPIC:
    'research, researchers, paper, papers, vendor, vendors, attackers, attack, attacks, defence, defense, detect, detection, mitigate, mitigation, study, studies, report, category, categories, critics, would, could, might, literary, estate, insurance, talent, publisher, publishers, manuscript, query letter*',
  SECRETWORD: 'code, pin, your password, otp, spoiler, spoilers, passcode, surprise, party',
  HOWTO:
    'api, endpoint, request, http, curl, form, sdk, invoice, newsletter, recruiter, support team, by friday, by monday, at your earliest, documentation',
  PRODUCT:
    'button, clicks, click, app, page, form, dialog, feature, screen, database, server, component, function, method, event, interface, login, logs, checkout, website, code, api',
  KIDS: 'children, child, parents, kids, dog, employees, tenants, students, game, games, author, wrote',
  SOFTWARE:
    'chrome, android, firefox, windows, settings, phone, browser, extension, extensions, iphone, device, app, flag',
  TIRED: 'tired, subscribed, ready, able, responsible, registered, logged, connected, müde',
  OBEYX: 'beacht*, befolg*, folge, halte, tiens, respecte, sigas, obedezcas, consideres, segui, siga',
  SAIDX: 'gesagt, dicho, dije, dit, detto, dito, сказал*, 说过',
  YOUX: 'du, sie, tu, vous, usted, tú, voi, lei, você, vc, te, ты, вы, 你, 您, あなた, 너, 당신, eres, sei, é, bist, es',
  SENDJ: '送信, 転送, 送って, 전송*, 发送, 送出',
  PASSIVE: 'されます, される, されました, されている, されません, 되었습니다, 됩니다, 被忽略',
  SECRETLIFE:
    'wifi, wi fi, router, policy, account, my password, forgot, reset, manager, laptop, bank, login',
  FORMATWORD:
    'formatted, format, json, xml, csv, words, sentences, concise, short, brief, clear, less, between, form, complete, original, unique, realistic, correct, consistent, detailed, one of, a number, an integer, table, markdown, list, returned, specific',
  MONEY: 'money, dollar*, euro*, usd, eur, bitcoin, funds, payment, btc, pounds',
  IMAGEWORD: 'image, images, picture, pixel, icon, logo, img, bild, imagen, immagine, imagem',
  TOOLNAME:
    'send_email, send_mail, delete_files, delete_file, transfer_money, send_money, read_file, write_file, run_shell, execute_command, http_request, fetch_url, home control tool, payment tool, transfer tool, the email tool, the mail tool, the shell tool, the browser tool',
  SLOT: 'ᛟslot, raw, unlocked, jailbreak, dan, uncensored, evil, classic',
};
