import { describe, expect, test } from 'vitest';
import { SearchIndex } from './search-index.ts';
import type { SearchDocument } from './types.ts';

const FILLER = [
  'Der Zug nach Hamburg fährt um acht Uhr von Gleis vier.',
  'We planted tomatoes beside the greenhouse yesterday.',
  'El perro duerme en el sofá de la abuela.',
];

const found = (memories: readonly string[], query: string): number => {
  const index = new SearchIndex();
  const documents = [...FILLER, ...memories].map(
    (text, at): SearchDocument => ({
      seq: at + 1,
      conversation: at,
      order: 0,
      role: 'user',
      site: 'chatgpt',
      createdAt: 0,
      title: '',
      text,
    }),
  );
  index.update(documents);
  const { hits } = index.search(query, { now: 0, limit: 1 });
  return (hits[0]?.seq ?? 0) - FILLER.length;
};

describe('German compounds', () => {
  const MEMORIES = [
    'Ich habe die Festplattenverschlüsselung auf dem alten Laptop nicht eingeschaltet.',
    'Die Versicherung zahlt den Schaden am Fahrrad nicht, weil das Schloss zu alt war.',
  ];
  test.each([
    ['Festplatte', 1],
    ['Verschlüsselung vom Laptop', 1],
    ['verschlusselung', 1],
    ['Fahrradversicherung', 2],
  ])('"%s"', (query, expected) => {
    expect(found(MEMORIES, query)).toBe(expected);
  });
});

describe('scripts and letters of their own', () => {
  test.each([
    ['Chinese', ['我们决定下个月搬到上海，房租每月五千元。', '医生说每天早上吃药。'], '上海的房租是多少', 1],
    ['Korean', ['다음 주 금요일에 부산에서 회의가 있습니다.', '고양이가 우유를 마십니다.'], '부산 회의', 1],
    ['Japanese voicing is a letter', ['かきを食べました。', 'かぎを失くしました。'], 'かぎ', 2],
    [
      'Arabic with the article',
      ['اشتريت الكتاب من المكتبة القديمة في القاهرة.', 'موعد الطبيب يوم الأحد.'],
      'كتاب القاهرة',
      1,
    ],
    ['Arabic without points', ['مُحَمَّد يدرس الطب في جامعة دمشق.', 'السيارة في المرآب.'], 'محمد جامعة', 1],
    ['Hebrew with points', ['שָׁלוֹם, קניתי דירה בחיפה.', 'החתול ישן על הספה.'], 'דירה שלום', 1],
    ['Hindi vowels are letters', ['कल हम दिल्ली जाएंगे।', 'कुल खर्च दस हज़ार रुपये है।'], 'कुल', 2],
    ['Thai without spaces', ['พรุ่งนี้เรามีประชุมที่เชียงใหม่ตอนเช้า', 'แมวชอบกินปลา'], 'ประชุมเชียงใหม่', 1],
    [
      'Turkish dotted and dotless i',
      ['IŞIK ve İstanbul hakkında bir yazı yazdım.', 'Köpek bahçede uyuyor.'],
      'istanbul ışık',
      1,
    ],
    [
      'Turkish endings',
      ['Evlerimizin bahçesinde üç elma ağacı var.', 'Toplantı pazartesi günü.'],
      'bahçe elma',
      1,
    ],
    [
      'Vietnamese without marks',
      ['Chúng tôi sẽ đi Đà Nẵng vào tháng sáu.', 'Con mèo đang ngủ.'],
      'da nang thang sau',
      1,
    ],
    [
      'French without accents',
      ['La réunion a été déplacée à l’hôtel près de la forêt.', 'Le chat dort.'],
      'reunion hotel foret',
      1,
    ],
    [
      'German umlauts written out',
      ['Die Küche bekommt neue Fliesen aus Österreich.', 'Das Auto ist kaputt.'],
      'Kueche Oesterreich',
      1,
    ],
    [
      'Greek final sigma',
      ['Ο ΔΡΟΜΟΣ προς τη Θεσσαλονίκη είναι κλειστός.', 'Η γάτα κοιμάται.'],
      'δρόμος θεσσαλονικη',
      1,
    ],
    ['Polish letters', ['Kupiliśmy łódkę żaglową nad jeziorem.', 'Kot śpi na kanapie.'], 'lodka zaglowa', 1],
  ] as const)('%s', (_name, memories, query, expected) => {
    expect(found(memories, query)).toBe(expected);
  });
});

test('a question in one language finds a memory in another by names, figures, code and words they share', () => {
  const MEMORIES = [
    'Der Fehler ECONNREFUSED 127.0.0.1:5432 kam, weil PostgreSQL im Docker-Container nicht lief.',
    'Nous avons réservé un hôtel à Lisbonne pour la conférence de septembre.',
    'La función parseInvoice devuelve null cuando el IVA es del 21 %.',
  ];
  expect(found(MEMORIES, 'why did PostgreSQL refuse the connection on 5432')).toBe(1);
  expect(found(MEMORIES, 'which hotel for the September conference')).toBe(2);
  expect(found(MEMORIES, 'when does parseInvoice return null')).toBe(3);
});
