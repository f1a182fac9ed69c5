import { fold } from './fold.ts';

/**
 * Words of "ignore / forget", "instructions / everything said" and "previous / above / your" in many languages.
 * Three lists rather than sentences: any order of them close together is the same request.
 * Folded like the messages they are looked up in.
 */
const words = (list: string): ReadonlySet<string> =>
  new Set(list.split(/\s+/).map((word) => fold(word).text));

/** German, Spanish, French, Italian, Portuguese, Dutch, Nordic, Slavic, Romanian, Hungarian, Finnish, Turkish, Greek, Albanian,
 * Irish, Scottish Gaelic, Zulu, Xhosa, Afrikaans, Swahili, Indonesian, Vietnamese, Hindi, Arabic, Persian, Hebrew. */
export const DROP_WORDS = words(
  `ignoriere ignorieren ignoriert vergiss vergesst vergessen missachte missachten verwirf streiche ignora ignorar ignore ignoren ignorad olvida olvide olvidar olviden olvidad descarta
  ignorez ignorer oublie oubliez oublier négligez ignori ignorate dimentica dimenticate dimenticare trascura esqueça esquecer esquece desconsidere negeer negeren vergeet vergeten ignorera glöm glem glemme bortse
  ignorér zignoruj ignoruj zapomnij pomiń ignorujte zapomeň zapomeňte zabudni zaboravi zaboravite zanemari zanemarite ignoriraj ignorirajte prezri pozabi ignoră ignorați uită uitați felejtsd felejts hagyd unohda unohtakaa sivuuta ohita
  yoksay unut unutun görmezden αγνόησε αγνοήστε ξέχασε ξεχάστε игнорируй игнорируйте проигнорируй проигнорируйте забудь забудьте отбрось ігноруй ігноруйте забудьте пренебрегни забрави injoro injoroni shpërfill harro harroni
  neamhaird dearmad déan leig seachad dìochuimhnich indiva khohlwa unganaki shaya libala ungahoyi ignoreer vergeet puuza sahau abaikan lupakan quên अनदेखा नजरअंदाज भूल تجاهل انس انسى تجاهلي نادیده فراموش התעלם התעלמי תשכח שכח`,
);

export const ORDER_WORDS = words(
  `anweisungen anweisung instruktionen instruktion aufträge auftrag befehle aufgaben regeln vorgaben angaben ausführungen informationen alles gesagte prompt instrucciones órdenes reglas indicaciones tareas todo todas
  instructions consignes ordres règles directives tout istruzioni ordini regole indicazioni tutto instruções ordens regras tudo instructies opdrachten regels alles instruktioner instrukser ordrer regler allt alt
  instrukcje polecenia instrukcji wszystkie wszystko zasady pokyny instrukce příkazy všechno pokyny inštrukcie instrukcije upute naredbe sve svega navodila ukaze instrucțiuni instrucțiunile ordinele tot utasításokat utasítást mindent ohjeet ohjeita käskyt kaikki
  talimatları talimatlar komutları yönergeleri her şeyi οδηγίες εντολές τα όλα инструкции инструкциям указания команды правила всё все інструкції вказівки інструкциите udhëzimet udhëzime urdhrat gjithçka
  treoracha treoir orduithe stiùiridhean stiùireadh òrdughan imiyalelo iziyalezo imiyalo imithetho konke imigaqo instruksies opdragte maagizo maelekezo amri instruksi perintah arahan semua lệnh hướng dẫn निर्देशों निर्देश आदेश سब التعليمات الأوامر كل دستورات دستورالعمل ההוראות הוראות הכל`,
);

export const PRIOR_WORDS = words(
  `vorherigen vorherige vorher davor bisherigen bisherige vorangegangenen vorangehenden vorstehenden obigen obige deine alle alles zuvor gesagt anteriores anterior previas previos antes arriba tus todas dicho dije digo
  précédentes précédents précédent antérieures ci-dessus toutes tes vos avant precedenti precedente tue sopra tutte prima prévias acima suas todas vorige eerdere bovenstaande alle je tidigare föregående ovan alla tidligere foregående ovenfor alle
  poprzednie poprzednich wcześniejsze powyższe wszystkie předchozí všechny předešlé predchádzajúce prethodne prethodna sve sva prejšnja anterioare precedente toate korábbi előző összes fenti aiemmat edelliset yllä kaikki
  önceki yukarıdaki tüm bütün προηγούμενες παραπάνω όλες предыдущие предыдущих прошлые выше все попередні всі предишните mëparshme mësipërme gjitha tua
  roimhe thuas go léir uile roimhe gu lèir zangaphambilini angaphambilini zonke yonke dlulileyo vorige alle zilizopita awali zote sebelumnya sebelum semua trước trên tất cả पिछले पिछली सभी السابقة السابق جميع قبلی همه הקודמות כל`,
);

/** Languages without spaces, and phrases that only mean one thing. */
export const OVERRIDE_PHRASES: readonly RegExp[] = [
  /(?:忽略|忽視|无视|無視|忘记|忘掉|忘記|不要理会|抛弃|丢弃)[^。！？\n]{0,12}(?:指令|指示|命令|提示|规则|規則|说明|內容|内容|要求|设定|對話|对话)/u,
  /(?:指示|命令|指令|ルール|プロンプト|規則|内容|制約)[^。！？\n]{0,10}(?:無視|忘れ|破棄)/u,
  /(?:지시|명령|지침|규칙|프롬프트|내용)[^.!?\n]{0,12}(?:무시|잊)/u,
  /\b(?:vergiss|vergesst|olvida|olvide|olvidar|oublie|oubliez|dimentica|esqueca|zaboravi|забудь|zapomnij|vergeet|glom|glem|unut)\b(?: \S{1,14}){0,2}? (?:alles|todo|tout|tutto|tudo|sve|все|всё|wszystko|allt|alt|her)\b/u,
  /(?:тепер|теперь) ты\b|\bab (?:jetzt|sofort)\b.{0,40}\b(?:immer|bist|wirst|antworte)|\ba partir de ahora\b.{0,80}\b(?:siempre|eres|responde|cuando)|\ba partir de agora\b.{0,60}\b(?:sempre|voce)|\bdesormais\b.{0,60}\b(?:tu|vous|toujours)|\bd'ora in (?:poi|avanti)\b|\bс этого момента\b|\bod teraz\b.{0,40}\b(?:jestes|zawsze)|从现在开始|從現在開始|これからは|지금부터/u,
  /\bno (?:menciones|reveles|digas|informes)\b.{0,40}\b(?:usuario|instruccion)|\bne (?:mentionne|dis|revele)\w{0,2} (?:pas|jamais)\b.{0,40}\b(?:utilisateur|instruction)|\b(?:sag|sage|erwahne|verrate)\b.{0,30}\b(?:nutzer|benutzer|anwender)\b.{0,20}\bnicht|不要告诉用户|ユーザーに(?:は)?(?:伝え|言わ)ない/u,
];
