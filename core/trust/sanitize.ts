const HIDDEN =
  /\u034F|[\u00AD\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB]|[\u{E0000}-\u{E0FFF}]/gu;
const IMAGE = /!\[([^\]\n]{0,300})\](?:\([^)\n]{0,4000}\)|\[[^\]\n]{0,300}\])/g;
const LINK_TITLE =
  /(\]\(\s{0,3}<?[^\s()<>]{1,4000}>?)\s{1,10}(?:"[^"\n]{0,1000}"|'[^'\n]{0,1000}'|\([^)\n]{0,1000}\))\s{0,3}\)/g;
const REFERENCE = /^[ \t]{0,3}\[[^\]\n]{1,300}\]:[ \t]{0,10}\S{1,4000}(?:[ \t]{1,10}["'(][^\n]{0,1000})?$/gm;
const HTML =
  /<(?:!--[^\n]{0,2000}?-->|\/?(?:img|script|style|iframe|svg|object|embed|link|meta|form|input|video|audio|base|a)\b[^>\n]{0,4000}>)/gi;
const CHAT_MARK =
  /<\|[\w-]{1,40}\|>|\[\/?INST\]|<<\/?SYS>>|<\/?(?:system|assistant|user|human|instructions?|tool_calls?|function_calls?)>/gi;

/**
 * What of a memory may reach another chat: no invisible or tag characters, no images (a remote image is a request),
 * no link titles, no markup that loads, no marks of chat software. Words and visible links stay.
 */
export const sanitize = (markdown: string): string => {
  const visible = markdown.replace(HIDDEN, '');
  // Taking a piece away can join its neighbours into a new one; each round shortens the text, so this ends.
  let text = visible;
  for (let before = ''; before !== text; ) {
    before = text;
    text = text
      .replace(IMAGE, (_, alt: string) => (alt.trim() === '' ? '' : `(image: ${alt.trim()})`))
      .replace(LINK_TITLE, '$1)')
      .replace(REFERENCE, '')
      .replace(HTML, '')
      .replace(CHAT_MARK, '');
  }
  return text.trim();
};
