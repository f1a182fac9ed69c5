const HIDDEN =
  /\u034F|[\u00AD\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB]|[\u{E0000}-\u{E0FFF}]/gu;
const IMAGE = /!\[([^[\]\n!]*)\](?:\([^()\n!]*\)|\[[^[\]\n!]*\])/g;
const TITLE_START = /\]\(<?[^\s()<>]+>?[ \t]+["'(]/g;
const REFERENCE = /^[ \t]{0,3}\[[^[\]\n]+\]:([^\n]*)$/gm;
const LOADING =
  /<\/?(?:img|script|style|iframe|svg|object|embed|link|meta|form|input|video|audio|base|a)\b[^<>]*>/gi;
const CHAT_MARK =
  /<\|[\w-]{1,40}\|>|\[\/?INST\]|<<\/?SYS>>|<\/?(?:system|assistant|user|human|instructions?|tool_calls?|function_calls?)>/gi;

/** Beginnings of all of these, in case taking pieces away joined others into new ones. */
const OPENER =
  /<(?=\||!--|<\/?SYS>>|\/?(?:img|script|style|iframe|svg|object|embed|link|meta|form|input|video|audio|base|a|system|assistant|user|human|instructions?|tool_calls?|function_calls?)\b)/gi;
const INST = /\[(\/?INST)\]/gi;
const IMAGE_OPENER = /!\[/g;

/** Times that joined pieces are taken away again before what is left is made harmless instead. */
const ROUNDS = 3;
/** Longest title of a link, in UTF-16 units; a longer one is no title. */
const LONGEST_TITLE = 1_000;
const CLOSER: Readonly<Record<string, string>> = { '"': '"', "'": "'", '(': ')' };

/** Links without their titles: `[words](address "title")` becomes `[words](address)`. Linear time. */
const withoutTitles = (text: string): string => {
  let out = '';
  let at = 0;
  for (const { 0: start, index } of text.matchAll(TITLE_START)) {
    if (index < at) continue;
    const from = index + start.length;
    const rest = text.slice(from, from + LONGEST_TITLE);
    const end = rest.indexOf(CLOSER[start.at(-1)!]!);
    if (end < 0 || rest.slice(0, end).includes('\n')) continue;
    const close = /^[ \t]{0,3}\)/.exec(rest.slice(end + 1));
    if (!close) continue;
    out += `${text.slice(at, from - 1).trimEnd()})`;
    at = from + end + 1 + close[0].length;
  }
  return out + text.slice(at);
};

const withoutComments = (text: string): string => {
  let out = '';
  let at = 0;
  for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', at)) {
    const end = text.indexOf('-->', start + 4);
    if (end < 0) break;
    out += text.slice(at, start);
    at = end + 3;
  }
  return out + text.slice(at);
};

/** A line `[name]: address "title"` only serves links and images; `[name]: words of a sentence` is a sentence. */
const withoutReference = (line: string, rest: string): string =>
  /^[ \t]{0,10}\S+[ \t]*(?:["'(]|$)/.test(rest) ? '' : line;

/**
 * What of a memory may reach another chat: no invisible or tag characters, no images (a remote image is a request),
 * no link titles, no markup that loads, no marks of chat software. Words and visible links stay. What is nested so
 * deep that taking it away three times leaves some of it loses its opening signs. Linear time.
 */
export const sanitize = (markdown: string): string => {
  let text = markdown.replace(HIDDEN, '');
  for (let round = 0; round < ROUNDS; round++) {
    const withoutImages = withoutComments(text).replace(IMAGE, (_, alt: string) =>
      alt.trim() === '' ? '' : `(image: ${alt.trim()})`,
    );
    text = withoutTitles(withoutImages)
      .replace(REFERENCE, withoutReference)
      .replace(LOADING, '')
      .replace(CHAT_MARK, '');
  }
  return text.replace(OPENER, '‹').replace(INST, '($1)').replace(IMAGE_OPENER, '! [').trim();
};
