import type { Digest } from '../../core/model/graph-api.ts';

const quoted = (text: string): string => text.replaceAll('\n', ' ');

/** A digest as Markdown: title, coverage, topics, sentences as quotations, links. Empty parts are left out. */
export const digestMarkdown = (
  { title, coverage, topics, sentences, links }: Digest,
  headings: { readonly topics: string; readonly sentences: string; readonly links: string },
): string => {
  const part = (heading: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', `## ${heading}`, '', ...lines];
  return [
    `# ${quoted(title)}`,
    '',
    coverage,
    ...part(
      headings.topics,
      topics.map(({ name, count }) => `- ${quoted(name)} (${count})`),
    ),
    ...part(
      headings.sentences,
      sentences.map(({ text }) => `> ${quoted(text)}`).flatMap((line) => [line, '']),
    ),
    ...part(
      headings.links,
      links.map((link) => `- <${link}>`),
    ),
    '',
  ].join('\n');
};
