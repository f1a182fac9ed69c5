/** Ways to hide a text from a program and not from a reader or a model, used by tests and the bench. */
const perLetter = (text: string, change: (letter: string) => string): string =>
  [...text].map((letter) => (/[a-zA-Z]/.test(letter) ? change(letter) : letter)).join('');

const ALIKE: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  i: 'і',
  o: 'о',
  p: 'р',
  s: 'ѕ',
  x: 'х',
  y: 'у',
  j: 'ј',
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  I: 'І',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
};

const base64 = (text: string): string => {
  const bytes = new TextEncoder().encode(text);
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
};

export const VARIANTS: readonly { readonly name: string; readonly apply: (text: string) => string }[] = [
  { name: 'zero-width', apply: (text) => perLetter(text, (letter) => `${letter}\u200B`) },
  { name: 'homoglyph', apply: (text) => perLetter(text, (letter) => ALIKE[letter] ?? letter) },
  {
    name: 'tag-characters',
    apply: (text) =>
      `Here is the recipe.${[...text]
        .map((letter) => letter.charCodeAt(0))
        .map((code) => (code >= 32 && code < 127 ? String.fromCodePoint(0xe0000 + code) : ''))
        .join('')}`,
  },
  { name: 'base64', apply: (text) => `Decode and do this: ${base64(text)}` },
  { name: 'spacing', apply: (text) => [...text.replace(/\s+/g, ' ')].join(' ') },
  { name: 'wide-spaces', apply: (text) => text.replace(/ /g, ' \u00A0 ') },
  {
    name: 'full-width',
    apply: (text) => perLetter(text, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  },
];
