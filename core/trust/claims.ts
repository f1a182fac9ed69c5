import { foldLetters } from './detect/fold.ts';

/** One statement about the person, a thing of theirs or a setting: "my dentist is Dr. Wolf", `port = 5432`. */
export type Claim = {
  /** Whose: `person`, a name, or `config`. Folded. */
  readonly entity: string;
  /** Of what: one to three words, folded, plural dropped. */
  readonly attribute: string;
  /** Folded, without articles. */
  readonly value: string;
  /** What kind of value it is: only alike values can contradict each other. */
  readonly kind: 'number' | 'name' | 'choice';
  /** Words to look for it by. */
  readonly words: string;
};

export type ClaimRole = 'user' | 'assistant' | 'note';

const folded = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(foldLetters));

/** Things of the one who speaks, in English, German, French, Spanish, Italian, Portuguese. */
const MINE = folded(
  'my our mein meine meinen meinem meiner unser unsere mon ma mes notre nos mi mis nuestro nuestra mio mia nostro nostra meu minha nosso nossa',
);
const YOURS = folded(
  'your dein deine deinen deinem deiner ihr ihre ihren ton ta tes votre vos tu tus su sus tuo tua vostro vostra teu seu sua',
);
const IS = folded('is are ist sind lautet est sont es son è é são becomes');
/** A sentence with one of these says something else than that it is so. */
const UNSURE = folded(
  'if not no never might may maybe perhaps could would should was were been suppose imagine example probably likely think guess assume whether unless once previously formerly instead cannot wasn nicht kein keine falls vielleicht wäre war pas peut était si no quizás era fue non forse se não talvez',
);
/** Talk about the talk: what it is said to be changes from message to message. */
const FLEETING = folded(
  'code question answer approach idea goal plan problem issue function example result point text message step task case project data list query request model input output response version first next last time one thing way option choice solution current new best main total score progress understanding current schedule deadline date',
);
const ARTICLES = folded('a an the der die das ein eine le la les un une el los las il lo gli o os as uma um');
const TITLES = folded('dr mr mrs ms prof sir herr frau monsieur madame señor señora doctor');
const TITLE_DOT = /\b(dr|mr|mrs|ms|prof|st|nr)\./gi;
const STOP = folded(
  'and but because so which that who where while with for in on at by und aber weil et mais y pero e ma mas since as to from',
);

const LONGEST_ATTRIBUTE = 3;
const LONGEST_VALUE = 5;
const MOST_CLAIMS = 6;
const MOST_SENTENCES = 200;

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’._@:/+-]*/gu;

type Word = { readonly text: string; readonly plain: string };

const wordsOf = (sentence: string): Word[] =>
  Array.from(sentence.matchAll(WORD), ([text]) => {
    let end = text.length;
    while (end > 0 && ".:'’/-".includes(text[end - 1]!)) end--;
    const cut = text.slice(0, end);
    return { text: cut, plain: foldLetters(cut) };
  });

const singular = (word: string): string =>
  /[^s]s$/.test(word) && word.length > 4 ? word.slice(0, -1) : word;

const kindOf = (words: readonly Word[]): Claim['kind'] | undefined => {
  if (words.some(({ plain }) => /\d/.test(plain))) return 'number';
  return words.some(({ text }) => /^\p{Lu}/u.test(text)) ? 'name' : undefined;
};

const claimOf = (entity: string, attribute: readonly Word[], rest: readonly Word[]): Claim | undefined => {
  const value: Word[] = [];
  for (const word of rest) {
    if (STOP.has(word.plain) || value.length === LONGEST_VALUE) break;
    if (!ARTICLES.has(word.plain) && !TITLES.has(word.plain)) value.push(word);
  }
  const kind = kindOf(value);
  if (!kind || attribute.length === 0 || attribute.length > LONGEST_ATTRIBUTE) return undefined;
  if (attribute.some(({ plain }) => FLEETING.has(plain) || STOP.has(plain))) return undefined;
  return {
    entity,
    attribute: attribute.map(({ plain }) => singular(plain)).join(' '),
    // Of an amount only the figures count: "300" and "300 euros" are the same.
    value: value
      .map(({ plain }) => plain)
      .filter((plain) => kind !== 'number' || /\d/.test(plain))
      .join(' '),
    kind,
    words: attribute.map(({ text }) => text).join(' '),
  };
};

/** "X is Y" of a thing that belongs to someone. */
const possessive = (words: readonly Word[], role: ClaimRole): Claim | undefined => {
  const is = words.findIndex(({ plain }) => IS.has(plain));
  if (is < 2) return undefined;
  for (let at = is - 2; at >= Math.max(0, is - 1 - LONGEST_ATTRIBUTE); at--) {
    const { plain, text } = words[at]!;
    const attribute = words.slice(at + 1, is);
    const rest = words.slice(is + 1);
    if (role === 'assistant' ? YOURS.has(plain) : MINE.has(plain)) return claimOf('person', attribute, rest);
    if (/^\p{L}+['’]s$/u.test(text)) {
      const owner = plain.replace(/['’]s$/, '');
      if (owner === 'user' || owner === 'owner') return claimOf('person', attribute, rest);
      if (/^\p{Lu}/u.test(text)) return claimOf(owner, attribute, rest);
    }
  }
  return undefined;
};

const PREFER = /\b(i|you|user|the user) (?:always |strongly |now )?prefers? ([^.,;!?\n]{3,60})/i;

/** "I prefer tabs to spaces", "the user prefers dark mode". */
const preference = (sentence: string, role: ClaimRole): Claim | undefined => {
  const [, who = '', what = ''] = PREFER.exec(sentence) ?? [];
  const speaksOfThemself = who.toLowerCase() === 'i';
  if (what === '' || speaksOfThemself === (role === 'assistant')) return undefined;
  const words = wordsOf(what).filter(({ plain }) => !ARTICLES.has(plain));
  const over = words.findIndex(({ plain }) => plain === 'over' || plain === 'to' || plain === 'than');
  const plain = words.map((word) => word.plain);
  if (over > 0 && over <= 3 && words.length > over + 1) {
    const better = plain.slice(0, over).join(' ');
    const worse = plain.slice(over + 1, over + 1 + over).join(' ');
    const attribute = [better, worse].toSorted().join('/');
    return {
      entity: 'person',
      attribute: `prefers ${attribute}`,
      value: better,
      kind: 'choice',
      words: `prefer ${attribute.replace('/', ' ')}`,
    };
  }
  if (words.length !== 2) return undefined;
  return {
    entity: 'person',
    attribute: `prefers ${plain[1]}`,
    value: plain[0]!,
    kind: 'choice',
    words: `prefer ${plain[1]}`,
  };
};

const SETTING = /^(?:export )?([A-Z][A-Z0-9_]+) ?[=:](.*)$/;
const QUOTES = '"\'`;, \t';
/** A longer line is no setting. UTF-16 units. */
const LONGEST_SETTING = 160;

/** `DB_PORT=5432`: a line of its own with a name that only a setting of an environment has. */
const setting = (line: string): Claim | undefined => {
  if (line.length > LONGEST_SETTING) return undefined;
  const [, name = '', given = ''] = SETTING.exec(line.trim()) ?? [];
  let [start, end] = [0, given.length];
  while (start < end && QUOTES.includes(given[start]!)) start++;
  while (end > start && QUOTES.includes(given[end - 1]!)) end--;
  const value = given.slice(start, end);
  if (!name.slice(1, -1).includes('_') || value === '' || value.length > 60 || /[\s"'`;,]/.test(value))
    return undefined;
  return {
    entity: 'config',
    attribute: name.toLowerCase(),
    value: value.toLowerCase(),
    kind: 'number',
    words: name.replace(/[_.-]/g, ' '),
  };
};

/**
 * What a message says to be so of the person, of things with a name and of settings. Few statements, and sure ones:
 * questions, conditions, denials and talk about the talk are left out, values are numbers, names or chosen words.
 */
export const claimsOf = (text: string, role: ClaimRole): Claim[] => {
  const claims: Claim[] = [];
  let looked = 0;
  for (const line of text.slice(0, 12_000).replace(TITLE_DOT, '$1').split('\n')) {
    const config = setting(line);
    if (config) claims.push(config);
    else {
      for (const [sentence] of line.matchAll(/[^.!?;,()]+(?:\.\w[^.!?;,()]*)*[.!?;,()]?/g)) {
        if (++looked > MOST_SENTENCES || sentence.endsWith('?')) continue;
        const words = wordsOf(sentence);
        if (words.length < 3 || words.length > 24 || words.some(({ plain }) => UNSURE.has(plain))) continue;
        const claim = possessive(words, role) ?? preference(sentence, role);
        if (claim) claims.push(claim);
      }
    }
    if (claims.length >= MOST_CLAIMS) break;
  }
  return claims.slice(0, MOST_CLAIMS);
};

/** True when both are about the same thing and cannot both be so. */
export const contradicts = (a: Claim, b: Claim): boolean => {
  if (a.entity !== b.entity || a.attribute !== b.attribute || a.kind !== b.kind) return false;
  if (a.value === b.value) return false;
  const left = new Set(a.value.split(' '));
  const right = new Set(b.value.split(' '));
  const shared = [...left].filter((word) => right.has(word)).length;
  // More exact is not other: "Wolf" and "Dr. Wolf", "5 pm" and "5 pm sharp".
  return shared < Math.min(left.size, right.size) && shared / Math.max(left.size, right.size) < 0.5;
};
