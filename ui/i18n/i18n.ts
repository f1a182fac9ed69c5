import { batch, signal } from '@preact/signals-core';
import type { Failure } from '../../core/model/result.ts';
import type { Sentence } from '../../core/model/sentence.ts';
import type { en as data } from './en/data.ts';
import type { en as memories } from './en/memories.ts';
import type { en as popup } from './en/popup.ts';
import type { en as system } from './en/system.ts';
import type { en as welcome } from './en/welcome.ts';
import type { LaterKey } from './later-keys.ts';
import { type Catalog, formatMessage, type Params } from './message.ts';

export type MessageKey =
  | keyof typeof popup
  | keyof typeof memories
  | keyof typeof data
  | keyof typeof system
  | keyof typeof welcome
  | LaterKey;

/** Languages with a complete translation; English is built in, the others are loaded when chosen. */
export const LANGUAGES = { en: 'English', de: 'Deutsch', fr: 'Français' } as const;
export type Language = keyof typeof LANGUAGES;

type Loader = (language: Exclude<Language, 'en'>) => Promise<Catalog>;

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);

/** Language the strings are in now; reading it in a component re-renders it on a switch. */
export const language = signal<Language>('en');
const english = signal<Catalog>({});
const translated = signal<Catalog>({});
const loaders: Loader[] = [];

/** Makes a page's English strings known, and where their translations come from. Call before the first render. */
export const registerMessages = (catalog: Catalog, load: Loader): void => {
  english.value = { ...english.value, ...catalog };
  loaders.push(load);
};

/** The text of `key` in the current language, English where a translation lacks it. */
export const t = (key: MessageKey, params: Params = {}): string => {
  const message = translated.value[key] ?? english.value[key];
  return message === undefined ? key : formatMessage(message, params, language.value);
};

/** A sentence of the vault in the current language, in English where the translation lacks it. */
export const say = ({ code, values = {}, text }: Sentence): string => {
  const message = code === undefined ? undefined : translated.value[code];
  return message === undefined ? text : formatMessage(message, values, language.value);
};

/** An expected failure of the vault in the current language. */
export const sayFailure = ({ code, message, details = {} }: Failure): string => {
  const values = Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      typeof value === 'boolean' ? String(value) : value,
    ]),
  );
  // Where and why a file is refused have words of their own, known by the English ones.
  for (const name of ['file', 'kind', 'where', 'why'])
    if (values[name] !== undefined) {
      const text = String(values[name]);
      values[name] = say({ code: `refused/${text}`, values, text: formatMessage(text, values, 'en') });
    }
  return say({ code, values, text: message });
};

/** Resolves a setting (`system` or a BCP 47 tag) to a language we have; `preferred` are the browser's, best first. */
export const resolveLanguage = (setting: string, preferred: readonly string[]): Language => {
  const wanted = setting === 'system' ? preferred : [setting];
  const known = wanted.map((tag) => tag.split('-')[0] ?? '').find((tag) => tag in LANGUAGES);
  return (known as Language | undefined) ?? 'en';
};

/** Writing direction of a language. */
export const directionOf = (tag: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.has(tag.split('-')[0] ?? '') ? 'rtl' : 'ltr';

/** Switches every visible string. Rejects, and keeps the language it had, when a translation cannot be loaded. */
export const switchLanguage = async (next: Language): Promise<void> => {
  const parts = next === 'en' ? [] : await Promise.all(loaders.map((load) => load(next)));
  batch(() => {
    translated.value = Object.assign({}, ...parts) as Catalog;
    language.value = next;
  });
};
