/** A small set of our own: memories in six languages and questions in other words, each with its one answer. */
export type MultilingualCase = {
  readonly language: string;
  readonly memory: string;
  readonly question: string;
};

export const MULTILINGUAL: readonly MultilingualCase[] = [
  {
    language: 'de',
    memory: 'Am Samstag haben wir im Baumarkt zwei Eimer weiße Farbe für die Küchenwände gekauft.',
    question: 'Welche Farbe für die Küchenwand?',
  },
  {
    language: 'de',
    memory: 'Der Zahnarzt hat mir empfohlen, die Weisheitszähne im Herbst ziehen zu lassen.',
    question: 'Was empfiehlt der Zahnarzt bei Weisheitszahn?',
  },
  {
    language: 'de',
    memory: 'Unsere Häuser in der Altstadt stehen unter Denkmalschutz, darum dauert die Genehmigung länger.',
    question: 'Warum dauern Genehmigungen für das Haus in der Altstadt?',
  },
  {
    language: 'fr',
    memory: "J'ai réservé l'avion pour Lisbonne, nous partons le douze juin avec les enfants.",
    question: 'Quand partons-nous en avion à Lisbonne ?',
  },
  {
    language: 'fr',
    memory: 'La recette de ma grand-mère demande trois œufs, du beurre salé et beaucoup de patience.',
    question: 'Combien d’œufs dans les recettes de grand-mère ?',
  },
  {
    language: 'fr',
    memory: 'Le serveur plante dès que la mémoire dépasse quatre gigaoctets, il faut ajouter un cache.',
    question: 'pourquoi les serveurs plantent mémoire',
  },
  {
    language: 'es',
    memory: 'Mi hermana trabaja en un hospital de Sevilla y estudia por las noches para ser pediatra.',
    question: '¿Dónde trabajaba mi hermana?',
  },
  {
    language: 'es',
    memory: 'Las plantas del balcón necesitan riego dos veces por semana durante el verano.',
    question: '¿Cuántas veces regar la planta del balcón?',
  },
  {
    language: 'es',
    memory: 'Configuré la base de datos con copias de seguridad diarias a las tres de la mañana.',
    question: 'copia de seguridad diaria',
  },
  {
    language: 'ru',
    memory: 'Вчера мы купили новую машину, синюю, с автоматической коробкой передач.',
    question: 'Какую машину мы купили?',
  },
  {
    language: 'ru',
    memory: 'Моя бабушка живёт в деревне под Рязанью и держит двух коз.',
    question: 'Где живет бабушка?',
  },
  {
    language: 'ru',
    memory: 'Тренер посоветовал бегать по утрам и меньше есть сладкого.',
    question: 'советы тренера про бег утром',
  },
  {
    language: 'ja',
    memory: '来週の金曜日に京都で会議があります。新幹線の切符を予約しました。',
    question: '京都の会議はいつですか',
  },
  {
    language: 'ja',
    memory: '娘の誕生日にピアノをプレゼントしたいと思っています。',
    question: '誕生日プレゼントのピアノ',
  },
  {
    language: 'ja',
    memory: '薬は毎朝食後に二錠飲むように医者に言われました。',
    question: '医者は薬をいつ飲むと言った？',
  },
  {
    language: 'it',
    memory: 'Il contratto di affitto scade a settembre e il proprietario vuole aumentare il canone.',
    question: 'Quando scadono i contratti di affitto?',
  },
  {
    language: 'it',
    memory: 'Ho imparato a suonare la chitarra con un maestro di Napoli molto severo.',
    question: 'chi mi ha insegnato chitarra, che maestro',
  },
  {
    language: 'it',
    memory: "I bambini preferiscono la spiaggia piccola perché l'acqua è più bassa.",
    question: 'Quale spiaggia preferisce il bambino?',
  },
];
