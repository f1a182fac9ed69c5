/** What a language says about time. Every entry is a regular expression's source, in lower case, accents as usual or not. */
export type TimeWords = {
  readonly months: readonly string[];
  /** Sunday first. */
  readonly weekdays: readonly string[];
  readonly units: Readonly<Record<Unit, string>>;
  /** Words for one to ten, and for a few. */
  readonly counts: readonly (readonly [word: string, count: number])[];
  /** Before a calendar day (`on the`), between day and month (`of`), between month and year. */
  readonly onDay: string;
  readonly dayOf: string;
  readonly ofYear: string;
  readonly inMonth: string;
  readonly inYear: string;
  /** `%n %u` stands for a count and a unit. */
  readonly ago: string;
  readonly pastCount: string;
  /** `%u` stands for a unit. */
  readonly lastUnit: string;
  readonly thisUnit: string;
  /** `%w` stands for a weekday. */
  readonly lastWeekday: string;
  /** Single words, one of which stands in every name of today, of the days before it, and of weekends. */
  readonly nearDays: string;
  readonly today: string;
  readonly yesterday: string;
  /** Languages in which the word for yesterday is another word. */
  readonly yesterdayElsewhere?: readonly string[];
  readonly beforeYesterday: string;
  readonly since: string;
  readonly before: string;
  readonly after: string;
  readonly between: string;
  readonly and: string;
};

export type Unit = 'day' | 'week' | 'weekend' | 'month' | 'quarter' | 'year';

const list = (words: string): string[] => words.split(' ');
const counted = (words: string): [string, number][] =>
  list(words).map((word, index): [string, number] => [word, index + 1]);

export const TIME_WORDS: Readonly<Record<string, TimeWords>> = {
  en: {
    months: list(
      'jan(?:uary)? feb(?:ruary)? mar(?:ch)? apr(?:il)? may june? july? aug(?:ust)? sept?(?:ember)? oct(?:ober)? nov(?:ember)? dec(?:ember)?',
    ),
    weekdays: list(
      'sun(?:day)? mon(?:day)? tue(?:s|sday)? wed(?:nesday)? thu(?:rs?|rsday)? fri(?:day)? sat(?:urday)?',
    ),
    units: {
      day: 'days?',
      week: 'weeks?',
      weekend: 'weekends?',
      month: 'months?',
      quarter: 'quarters?',
      year: 'years?',
    },
    counts: [
      ...counted('one two three four five six seven eight nine ten'),
      ['a couple of', 2],
      ['couple of', 2],
      ['a few', 3],
      ['few', 3],
      ['an?', 1],
    ],
    onDay: '(?:on )?(?:the )?',
    dayOf: ' (?:of )?',
    ofYear: ',? (?:of )?',
    inMonth: '(?:in|during|last|this) ',
    inYear: '(?:in|during|of) ',
    ago: '%n %u ago',
    pastCount: '(?:in |over |during |within )?(?:the )?(?:last|past|previous) %n %u',
    lastUnit: '(?:the )?(?:last|past|previous) %u',
    thisUnit: 'this %u',
    lastWeekday: '(?:last|on|this past) %w',
    nearDays: 'today|tonight|morning|afternoon|evening|yesterday|night|weekends?',
    today: 'today|tonight|this (?:morning|afternoon|evening)',
    yesterday: 'yesterday|last night',
    beforeYesterday: '(?:the )?day before yesterday',
    since: 'since',
    before: 'before|until',
    after: 'after',
    between: 'between|from',
    and: 'and|to|until|till|through',
  },
  de: {
    months: list(
      'jan(?:uar)?|jänner feb(?:ruar)? märz|mrz apr(?:il)? mai juni? juli? aug(?:ust)? sept?(?:ember)? okt(?:ober)? nov(?:ember)? dez(?:ember)?',
    ),
    weekdays: list('sonntags? montags? dienstags? mittwochs? donnerstags? freitags? samstags?|sonnabends?'),
    units: {
      day: 'tage?n?',
      week: 'wochen?',
      weekend: 'wochenenden?',
      month: 'monate?n?',
      quarter: 'quartale?n?',
      year: 'jahre?n?',
    },
    counts: [
      ...counted('eine?[mnrs]? zwei drei vier fünf sechs sieben acht neun zehn'),
      ['ein paar', 3],
      ['paar', 3],
      ['einigen?', 3],
    ],
    onDay: '(?:am |vom |dem |den )?(?:dem )?',
    dayOf: ' ',
    ofYear: ' ',
    inMonth: '(?:im|letzten|vergangenen) ',
    inYear: '(?:im jahre? |in )',
    ago: 'vor %n %u',
    pastCount: '(?:in den |während der |die |der |den )?(?:letzt|vergangen|vorig)e[nr]? %n %u',
    lastUnit: '(?:am |im |in der |der |die |das )?(?:letzt|vergangen|vorig)e[nmrs]? %u',
    thisUnit: '(?:an |in )?diese[nmrs]? %u',
    lastWeekday: '(?:am|(?:am )?(?:letzt|vergangen|vorig)e[nm]) %w',
    nearDays: 'heute|gestern|vorgestern|wochenenden?',
    today: 'heute',
    yesterday: 'gestern',
    beforeYesterday: 'vorgestern',
    since: 'seit(?: dem| der)?',
    before: 'vor(?: dem| der)?|bis(?: zum)?',
    after: 'nach(?: dem| der)?',
    between: 'zwischen(?: dem)?|vom|von',
    and: 'und(?: dem)?|bis(?: zum)?',
  },
  fr: {
    months: list(
      'janv(?:ier)? févr?(?:ier)? mars avr(?:il)? mai juin juil(?:let)? août sept(?:embre)? oct(?:obre)? nov(?:embre)? déc(?:embre)?',
    ),
    weekdays: list('dimanche lundi mardi mercredi jeudi vendredi samedi'),
    units: {
      day: 'jours?',
      week: 'semaines?',
      weekend: 'week-?ends?',
      month: 'mois',
      quarter: 'trimestres?',
      year: 'ann[ée]es?|ans?',
    },
    counts: [...counted('une? deux trois quatre cinq six sept huit neuf dix'), ['quelques', 3]],
    onDay: '(?:le |du |au )?',
    dayOf: ' (?:de )?',
    ofYear: ' (?:de )?',
    inMonth: "(?:en|au mois d[e'] ?|de) ?",
    inYear: "(?:en|de|l'année) ",
    ago: 'il y a %n %u',
    pastCount: '(?:(?:ces|les|des|au cours des|pendant les) )?%n (?:derni[eè]re?s|passée?s) %u',
    lastUnit: "(?:(?:la |le |du |ce )|(?:de )?l')?%u (?:derni[eè]re?|passée?)",
    thisUnit: 'cet?(?:te)? %u(?:-ci)?',
    lastWeekday: '%w (?:dernier|passé)',
    nearDays: 'aujourd|matin|soir|midi|hier|week|weekends?',
    today: "aujourd['’]hui|ce (?:matin|soir)|cet après-midi",
    yesterday: 'hier(?: soir| matin)?',
    yesterdayElsewhere: ['de', 'nl'],
    beforeYesterday: 'avant[- ]hier',
    since: "depuis(?: le| la| l')?",
    before: "avant(?: le| la)?|jusqu'(?:au?|en)",
    after: 'après(?: le| la)?',
    between: 'entre(?: le)?|du|de',
    and: "et(?: le)?|au|à|jusqu[’']à|jusqu[’']au",
  },
  es: {
    months: list(
      'ene(?:ro)? feb(?:rero)? mar(?:zo)? abr(?:il)? mayo jun(?:io)? jul(?:io)? ago(?:sto)? sep(?:t|tiembre)?|setiembre oct(?:ubre)? nov(?:iembre)? dic(?:iembre)?',
    ),
    weekdays: list('domingo lunes martes miércoles jueves viernes sábado'),
    units: {
      day: 'días?',
      week: 'semanas?',
      weekend: 'fin(?:es)? de semana',
      month: 'mes(?:es)?',
      quarter: 'trimestres?',
      year: 'años?',
    },
    counts: [
      ...counted('una? dos tres cuatro cinco seis siete ocho nueve diez'),
      ['unos pocos', 3],
      ['un par de', 2],
    ],
    onDay: '(?:el |del |al )?(?:día )?',
    dayOf: ' (?:de )?',
    ofYear: ' (?:del? )?',
    inMonth: '(?:en|durante) ',
    inYear: '(?:en|de|del) (?:el )?(?:año )?',
    ago: 'hace %n %u',
    pastCount: '(?:en )?(?:los |las )?(?:últim[oa]s|pasad[oa]s) %n %u',
    lastUnit: '(?:en )?(?:la |el )?(?:%u (?:pasad[oa]|anterior)|(?:pasad[oa]|últim[oa]) %u)',
    thisUnit: 'est[ea] %u',
    lastWeekday: '(?:el )?(?:%w pasado|pasado %w)|el %w',
    nearDays: 'hoy|mañana|tarde|noche|ayer|anoche|anteayer|antier',
    today: 'hoy|est[ea] (?:mañana|tarde|noche)',
    yesterday: 'ayer|anoche',
    beforeYesterday: 'anteayer|antes de ayer|antier',
    since: 'desde(?: el| la)?',
    before: 'antes del?|hasta(?: el)?',
    after: 'después del?',
    between: 'entre(?: el)?|del|de|desde(?: el)?',
    and: 'y(?: el)?|al|a|hasta(?: el)?',
  },
  it: {
    months: list(
      'gen(?:naio)? feb(?:braio)? mar(?:zo)? apr(?:ile)? mag(?:gio)? giu(?:gno)? lug(?:lio)? ago(?:sto)? set(?:t|tembre)? ott(?:obre)? nov(?:embre)? dic(?:embre)?',
    ),
    weekdays: list('domenica lunedì martedì mercoledì giovedì venerdì sabato'),
    units: {
      day: 'giorn[oi]',
      week: 'settiman[ae]',
      weekend: 'fine settimana|week-?end',
      month: 'mes[ei]',
      quarter: 'trimestr[ei]',
      year: 'ann[oi]',
    },
    counts: [
      ...counted("un[oa']? due tre quattro cinque sei sette otto nove dieci"),
      ['qualche', 3],
      ['pochi', 3],
      ['un paio di', 2],
    ],
    onDay: "(?:il |dal |al |l')?",
    dayOf: ' ',
    ofYear: ' (?:del )?',
    inMonth: '(?:a|in|nel|ad|lo scorso|nel mese di) ',
    inYear: '(?:nel|del) ',
    ago: '%n %u fa',
    pastCount: '(?:(?:negli|nelle|nei|gli|le|i) )?ultim[ie] %n %u',
    lastUnit:
      "(?:(?:la|il|lo|nella|nello|nel) |(?:l'|nell'))?(?:%u (?:scors[oa]|passat[oa])|(?:scors[oa]|passat[oa]) %u)",
    thisUnit: "quest(?:o |a |')%u",
    lastWeekday: '(?:lo |la )?(?:%w scors[oa]|scors[oa] %w)',
    nearDays: 'oggi|stamattina|stamani|stasera|ieri|altroieri|avantieri|week|weekend',
    today: 'oggi|stamattina|stamani|stasera',
    yesterday: 'ieri',
    beforeYesterday: "l['’]altro ieri|altroieri|avantieri",
    since: "da(?:l |lla |ll'|llo |i )?",
    before: 'prima d(?:i|el|ella)|fino a(?:l|lla)?',
    after: 'dopo(?: il| la)?',
    between: 'tra(?: il)?|fra(?: il)?|dal|da',
    and: 'e(?: il)?|al|a|fino a(?:l)?',
  },
  pt: {
    months: list(
      'jan(?:eiro)? fev(?:ereiro)? mar(?:ço)? abr(?:il)? maio? jun(?:ho)? jul(?:ho)? ago(?:sto)? set(?:embro)? out(?:ubro)? nov(?:embro)? dez(?:embro)?',
    ),
    weekdays: list(
      'domingo segunda(?:-feira)? terça(?:-feira)? quarta(?:-feira)? quinta(?:-feira)? sexta(?:-feira)? sábado',
    ),
    units: {
      day: 'dias?',
      week: 'semanas?',
      weekend: 'fi(?:m|ns) de semana',
      month: 'm[eê]s(?:es)?',
      quarter: 'trimestres?',
      year: 'anos?',
    },
    counts: [
      ...counted('uma? dois|duas três quatro cinco seis sete oito nove dez'),
      ['alguns', 3],
      ['algumas', 3],
      ['um par de', 2],
    ],
    onDay: '(?:em |no dia |dia |o dia )?',
    dayOf: ' (?:de )?',
    ofYear: ' (?:de )?',
    inMonth: '(?:em|durante) ',
    inYear: '(?:em|de) ',
    ago: '(?:há|faz) %n %u|%n %u atrás',
    pastCount: '(?:n?[oa]s )?(?:últim[oa]s|passad[oa]s) %n %u',
    lastUnit: '(?:n?[oa] )?(?:%u (?:passad[oa]|anterior)|(?:passad[oa]|últim[oa]) %u)',
    thisUnit: 'n?e(?:st|ss)[ea] %u',
    lastWeekday: '(?:n?[oa] )?(?:%w passad[oa]|últim[oa] %w)',
    nearDays: 'hoje|manhã|tarde|noite|ontem|anteontem',
    today: 'hoje|esta (?:manhã|tarde|noite)',
    yesterday: 'ontem',
    beforeYesterday: 'anteontem',
    since: 'desde(?: o| a)?',
    before: 'antes d[eoa]|até(?: o| a)?',
    after: 'depois d[eoa]|após(?: o| a)?',
    between: 'entre(?: o| a)?|de',
    and: 'e(?: o| a)?|até(?: o| a)?|a',
  },
  ru: {
    months: list(
      'январ[ьяею]м? феврал[ьяею]м? март(?:а|е|ом)? апрел[ьяею]м? ма(?:й|я|е|ем) июн[ьяею]м? июл[ьяею]м? август(?:а|е|ом)? сентябр[ьяею]м? октябр[ьяею]м? ноябр[ьяею]м? декабр[ьяею]м?',
    ),
    weekdays: list('воскресень[еяю] понедельника? вторника? сред[ауы] четверга? пятниц[ауы] суббот[ауы]'),
    units: {
      day: 'день|дня|дней|дни',
      week: 'недел[юяие]|недель',
      weekend: 'выходны[ехм]',
      month: 'месяц(?:а|ев|е|ы)?',
      quarter: 'квартал(?:а|е)?',
      year: 'год(?:а|у|ы)?|лет',
    },
    counts: [
      ['оди?н[аоу]?', 1],
      ['дв[ае]', 2],
      ['две', 2],
      ['три', 3],
      ['четыре', 4],
      ['пять', 5],
      ['шесть', 6],
      ['семь', 7],
      ['восемь', 8],
      ['девять', 9],
      ['десять', 10],
      ['несколько', 3],
      ['пару', 2],
    ],
    onDay: '(?:с )?',
    dayOf: ' ',
    ofYear: ' ',
    inMonth: '(?:в|за) ',
    inYear: '(?:в|за) ',
    ago: '(?:%n )?%u назад',
    pastCount: '(?:за )?последни[ехю]м? %n %u',
    lastUnit: '(?:на |в |за |с )?прошл(?:ой|ом|ую|ый|ого|ые|ых|ая|ое) %u',
    thisUnit: '(?:на |в |за |с )?эт(?:ой|ом|у|от|ого|и|их|а) %u',
    lastWeekday: '(?:в|во)(?: прошл(?:ый|ую|ое))? %w',
    nearDays: 'сегодня|вчера|позавчера|выходны[ехм]',
    today: 'сегодня',
    yesterday: 'вчера',
    beforeYesterday: 'позавчера',
    since: 'с|со|начиная с',
    before: 'до',
    after: 'после',
    between: 'между|с|от',
    and: 'и|по|до',
  },
};
