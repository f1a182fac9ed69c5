/** Words of programs, markup and formulas that stand in every piece of code and tell nobody what it is about. */
const WORDS = `
const let var func function def return returns elif endif null undefined nan true false async await export require
println printf console foo bar baz args kwargs param params argv self cls init lambda impl struct enum void int str
bool char uint usize stdin stdout stderr todo div span href src li ul ol tr td th btn nav onclick onchange px rem rgba
html body head br img svg frac sqrt cdot mathbf mathbb mathrm textbf quad leq geq neq infty boxed begin end
`;

const NOISE: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter(Boolean));

/** Phrases before words. */
const PHRASE_BOOST = 1.6;

const IDENTIFIER = /^[a-z][a-z0-9]*[A-Z]|_|\(/;

/** What a term is worth as part of a name, besides how telling it is: code only where there is nothing else. */
export const nameWorth = (label: string): number => {
  const words = label.split(' ');
  if (words.some((word) => NOISE.has(word.toLowerCase()))) return 0.01;
  if (words.some((word) => IDENTIFIER.test(word))) return 0.3;
  return words.length > 1 ? PHRASE_BOOST : 1;
};
