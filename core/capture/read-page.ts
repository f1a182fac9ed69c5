import type { CapturedTurn, Completeness } from '../model/capture.ts';
import { compactTurn, type PageFacts, type PageReading, type PageTurn, WINDOW_ONLY } from './adapter.ts';
import { derivedId, standInId } from './derive-id.ts';
import { hasGaps } from './dom/blocks.ts';
import { toMarkdown } from './dom/to-markdown.ts';
import { toText } from './dom/to-text.ts';
import { isShown } from './dom/visibility.ts';
import { driftReport } from './drift-report.ts';

/** Id of a conversation for which the page shows none yet. Never stored: the real one comes with the first answer. */
export const UNNAMED = 'local-unnamed';

/** Words below which a page without turns counts as not loaded rather than as changed. */
const ENOUGH_WORDS = 200;

const isRunning = ({ stopControl }: PageFacts, root: ParentNode): boolean =>
  [...root.querySelectorAll(stopControl)].some(isShown);

const isEmpty = (turn: PageTurn): boolean =>
  turn.blocks.length === 0 && (turn.attachments ?? []).length === 0;

/** Settles ids, texts and the state of each turn, in reading order. Turns without words or files are left out. */
const settle = (turns: readonly PageTurn[], running: boolean): CapturedTurn[] => {
  const ids = new Set<string>();
  let question = '';
  const lastAnswer = turns.findLast(({ role }) => role === 'assistant');
  const answering = running && turns.at(-1) === lastAnswer ? lastAnswer : undefined;
  return turns.flatMap((turn): CapturedTurn[] => {
    if (isEmpty(turn)) return [];
    const text = toText(turn.blocks);
    const id =
      turn.id ?? (turn.standIn ? standInId(turn.standIn) : derivedId(turn.role, text, question, ids));
    if (ids.has(id)) return [];
    ids.add(id);
    if (turn.role === 'user') question = text;
    const markdown =
      turn.role === 'user' && !turn.blocks.some(({ kind }) => kind !== 'paragraph')
        ? text
        : toMarkdown(turn.blocks);
    return [
      compactTurn({
        id,
        role: turn.role,
        text,
        markdown,
        thinking: turn.thinking && toMarkdown(turn.thinking),
        partial: (turn.partial ?? false) || turn === answering || hasGaps(turn.blocks),
        createdAt: turn.createdAt,
        model: turn.model,
        parentId: turn.parentId,
        order: turn.order,
        attachments: turn.attachments?.length ? [...new Set(turn.attachments)] : undefined,
        source: 'dom',
        offBranch: undefined,
      }),
    ];
  });
};

/** Complete only when the page tells how many turns there are and all of them were read. */
const completenessOf = (turns: readonly PageTurn[], read: readonly CapturedTurn[]): Completeness => {
  const total = turns.find((turn) => turn.total !== undefined)?.total;
  if (total === undefined) return WINDOW_ONLY;
  const seen = new Set(read.flatMap(({ order, partial }) => (partial ? [] : (order ?? [])))).size;
  if (seen >= total) return { complete: true, evidence: 'aria-setsize reached', total };
  return { complete: false, evidence: `${seen} of ${total} in the page`, total };
};

/** One side without the other, or no words at all, is markup that is only half understood. */
const isHalfRead = (turns: readonly PageTurn[], running: boolean): boolean => {
  if (running) return false;
  const withWords = turns.filter((turn) => !isEmpty(turn));
  const users = turns.filter(({ role }) => role === 'user').length;
  const answers = turns.length - users;
  return withWords.length === 0 || (turns.length >= 4 && (users === 0 || answers === 0));
};

const hasConversation = (root: ParentNode): boolean => {
  const main = root.querySelector('main, [role="main"], [role="feed"]') ?? (root as Document).body ?? root;
  const copy = main.cloneNode(true) as Element;
  for (const side of copy.querySelectorAll('nav, aside, header, footer, form, fieldset, script, style'))
    side.remove();
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim().length >= ENOUGH_WORDS;
};

/**
 * Reads what a site's page shows now. Never throws on foreign markup: a page that looks like a conversation and is
 * not understood gives a report of its structure, without its words.
 */
export const readWithFacts = (facts: PageFacts, document: Document, url: string): PageReading => {
  const route = facts.route(new URL(url));
  const root = facts.root(document);
  if (route.temporary || (facts.temporaryMark && document.querySelector(facts.temporaryMark)))
    return { kind: 'temporary' };
  const found = facts.renderers
    .map((renderer) => ({ renderer, units: renderer.units(root) }))
    .find(({ units }) => units.length > 0);
  const running = isRunning(facts, root);
  if (!found) {
    const named = route.conversation !== undefined && !route.conversation.startsWith('local-');
    if (!named || running || !hasConversation(root)) return { kind: 'empty' };
    return { kind: 'unknown-markup', report: driftReport(facts, root, 'no renderer') };
  }
  const pageTurns = found.units.flatMap((unit) => found.renderer.read(unit));
  if (pageTurns.length === 0 || isHalfRead(pageTurns, running)) {
    if (running || !hasConversation(root)) return { kind: 'empty' };
    return { kind: 'unknown-markup', report: driftReport(facts, root, found.renderer.name) };
  }
  const turns = settle(pageTurns, running);
  const title = facts.title(document, route.conversation);
  const project = route.project && (facts.projectName(document, route.project) ?? route.project);
  return {
    kind: 'observation',
    streaming: running || turns.some(({ partial, role }) => partial && role === 'assistant'),
    observation: {
      conversation: {
        site: facts.site,
        id: route.conversation ?? UNNAMED,
        url,
        ...(title ? { title } : {}),
        ...(project ? { project } : {}),
        completeness: completenessOf(pageTurns, turns),
      },
      turns,
    },
  };
};
