import { parse, postprocess, preprocess } from 'micromark';
import { gfm } from 'micromark-extension-gfm';

/** Above this length (UTF-16 units) Markdown is its own plain text: parsing it would block the page. */
const MAX_PARSED = 200_000;

const REFERENCES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&nbsp;': ' ',
};

/** Tokens whose source is shown as it is. */
const SHOWN = new Set([
  'data',
  'characterEscapeValue',
  'codeTextData',
  'codeFlowValue',
  'autolinkProtocol',
  'autolinkEmail',
  'literalAutolink',
  'htmlFlowData',
  'htmlTextData',
]);
/** Tokens with everything in them left out. */
const LEFT_OUT = new Set([
  'resource',
  'reference',
  'definition',
  'image',
  'codeFencedFence',
  'tableDelimiterRow',
  'gfmFootnoteDefinitionLabel',
]);

/** Formulas and marks that are no Markdown: delimiters of TeX, which a reader does not see. */
const withoutTexDelimiters = (markdown: string): string =>
  markdown.replace(/\\\[([\s\S]{1,4000}?)\\\]/g, '$1').replace(/\\\(([\s\S]{1,2000}?)\\\)/g, '$1');

/** Plain text of a Markdown message as its reader sees it; list markers stay, table cells are apart by tabs. */
export const markdownText = (markdown: string): string => {
  if (markdown.length > MAX_PARSED || !/[*_`#>[\]|<~\\&$+-]|^\s*\d+[.)]|^\s{2,}/m.test(markdown))
    return markdown.trim();
  const source = withoutTexDelimiters(markdown);
  const events = postprocess(
    parse({ extensions: [gfm()] })
      .document()
      .write(preprocess()(source, undefined, true)),
  );
  let text = '';
  let skipped = 0;
  for (const [step, token, context] of events) {
    const type: string = token.type;
    if (LEFT_OUT.has(type)) skipped += step === 'enter' ? 1 : -1;
    if (skipped > 0) continue;
    if (step === 'enter') {
      if (type === 'listItemPrefix') {
        const marker = context.sliceSerialize(token).trim();
        text += /^\d/.test(marker) ? `${marker.replace(')', '.')} ` : '- ';
      } else if (type === 'tableData' || type === 'tableHeader') {
        if (!text.endsWith('\n') && text !== '') text += '\t';
      }
    } else if (SHOWN.has(type)) text += context.sliceSerialize(token);
    else if (type === 'characterReference') {
      const reference = context.sliceSerialize(token);
      text += REFERENCES[reference] ?? reference;
    } else if (type === 'lineEnding' || type === 'lineEndingBlank' || type === 'hardBreakTrailing')
      text += '\n';
  }
  return text
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
};
