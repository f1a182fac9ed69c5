import type { Digest } from '../../core/model/graph-api.ts';

const quoted = (text: string): string => text.replaceAll('\n', ' ');

/** A digest as Markdown: title, coverage, topics, sentences as quotations, links. Empty parts are left out. */
export const digestMarkdown = (
  { title, topics, sentences, links }: Digest,
  words: {
    readonly coverage: string;
    readonly topics: string;
    readonly sentences: string;
    readonly links: string;
  },
): string => {
  const part = (heading: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', `## ${heading}`, '', ...lines];
  return [
    `# ${quoted(title)}`,
    '',
    words.coverage,
    ...part(
      words.topics,
      topics.map(({ name, count }) => `- ${quoted(name)} (${count})`),
    ),
    ...part(
      words.sentences,
      sentences.map(({ text }) => `> ${quoted(text)}`).flatMap((line) => [line, '']),
    ),
    ...part(
      words.links,
      links.map((link) => `- <${link}>`),
    ),
    '',
  ].join('\n');
};
