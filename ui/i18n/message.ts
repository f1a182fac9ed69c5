/** A text with `{name}` places, or one text per plural category of `{n}`. */
export type Message = string | (Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string });
export type Catalog = Readonly<Record<string, Message>>;
export type Params = Readonly<Record<string, string | number>>;

/** A translation of a catalog: the same keys, other words. */
export type Translation<C extends Catalog> = { readonly [K in keyof C]: Message };

const pluralRules = new Map<string, Intl.PluralRules>();

const pluralOf = (language: string, n: number): Intl.LDMLPluralRule => {
  const rules = pluralRules.get(language) ?? new Intl.PluralRules(language);
  pluralRules.set(language, rules);
  return rules.select(n);
};

/** Fills `message` for `language`: picks the plural by `params.n` and writes numbers as the language does. */
export const formatMessage = (message: Message, params: Params, language: string): string => {
  const pattern =
    typeof message === 'string'
      ? message
      : (message[pluralOf(language, Number(params.n ?? 0))] ?? message.other);
  return pattern.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = params[name];
    if (value === undefined) return place;
    return typeof value === 'number' ? value.toLocaleString(language) : value;
  });
};
