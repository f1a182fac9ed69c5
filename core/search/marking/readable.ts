const FENCE = /^\s{0,8}(?:`{3,}|~{3,})/;
const RULE = /^\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|=+)$/;
const TABLE_RULE = /^\s*\|[\s:|-]+$/;
const HEADING = /^\s{0,3}#{1,6}\s+/;
const HEADING_END = /\s#+\s*$/;
const QUOTE = /^\s*(?:>\s?)+/;
const BULLET = /^(\s*)[*+-]\s+(?:\[[ xX]\]\s+)?/;
const LINK = /!?\[([^[\]]*)\](?:\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"]*")?\)|\[[^[\]]*\])/g;
const AUTOLINK = /<((?:https?:\/\/|mailto:)[^\s<>]*)>/g;
const BREAK = /<br\s*\/?>/gi;
const STARS = /(?<![\p{L}\p{N}*\\])(\*{1,3})(?=[^\s*])([^*]*[^\s*\\])\1(?![\p{L}\p{N}*])/gu;
const STRUCK = /~~(?=[^\s~])([^~]*[^\s~])~~/g;
/** A word between double underscores alone is a name in code, not loud. */
const UNDERSCORES =
  /(?<![\p{L}\p{N}_\\])(?:_(?=[^\s_])([^_]*[^\s_])_|__(?=[^\s_])([^_]*\s[^_]*)__)(?![\p{L}\p{N}_])/gu;
const ESCAPE = /\\([*_`#~|])/g;
const TICKS = /(`+)/;
/** What any of the above needs. */
const SIGNS = /[*_`~|>#<\\=[]|^\s*[+-]/m;

const prose = (text: string): string =>
  text
    .replace(LINK, '$1')
    .replace(AUTOLINK, '$1')
    .replace(BREAK, ' ')
    .replace(STARS, '$2')
    .replace(STARS, '$2')
    .replace(UNDERSCORES, '$1$2')
    .replace(STRUCK, '$1')
    .replace(ESCAPE, '$1');

/** A line whose code between backticks stays as it is; what is said around it is read. */
const inline = (line: string): string => {
  if (!line.includes('`')) return prose(line);
  const pieces = line.split(TICKS);
  let read = '';
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at] as string;
    const close = at % 2 === 0 ? -1 : pieces.indexOf(piece, at + 2);
    if (at % 2 === 0) read += prose(piece);
    else if (close < 0) read += piece;
    else {
      read += pieces.slice(at + 1, close).join('');
      at = close;
    }
  }
  return read;
};

const block = (line: string): string => {
  if (RULE.test(line) || TABLE_RULE.test(line)) return '';
  const plain = line.replace(QUOTE, '');
  const heading = HEADING.test(plain);
  const bare = heading ? plain.replace(HEADING, '').replace(HEADING_END, '') : plain.replace(BULLET, '$1• ');
  const cells = /^\s*\|.*\|\s*$/.test(bare)
    ? bare
        .trim()
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim())
        .join(' · ')
    : bare;
  return inline(cells);
};

/**
 * Markdown as its reader sees it, as plain text: no signs of emphasis, headings, quotes, tables or fences, links by
 * their words. Code stays as written. Lines are read one by one, so emphasis over several lines keeps its signs. Takes
 * time linear in the text's length; text without Markdown comes back as it is.
 */
export const readable = (markdown: string): string => {
  if (!SIGNS.test(markdown)) return markdown;
  let inCode = false;
  const lines: string[] = [];
  for (const line of markdown.split('\n')) {
    if (FENCE.test(line)) inCode = !inCode;
    else if (inCode) lines.push(line);
    else lines.push(SIGNS.test(line) ? block(line) : line);
  }
  return lines.join('\n');
};
