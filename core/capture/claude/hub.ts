import type { PageTurn, Renderer } from '../adapter.ts';
import { readTyped } from '../dom/read-blocks.ts';
import { shownElements } from '../dom/visibility.ts';
import { artifactNames, fileNames, readAnswerWords, readThinking } from './answer-words.ts';

const ROW = '[data-testid="transcript-row"]';
const STAND_IN = /^(.+)-hub-reply$/;

const numberOf = (element: Element | null, attribute: string): number | undefined => {
  const value = element?.getAttribute(attribute);
  return value && /^\d+$/.test(value) ? Number(value) : undefined;
};

const identity = (key: string | null | undefined): Pick<PageTurn, 'id' | 'standIn' | 'parentId'> => {
  if (!key) return {};
  const parentId = STAND_IN.exec(key)?.[1];
  return parentId ? { standIn: key, parentId } : { id: key };
};

const readRow = (row: Element): PageTurn[] => {
  const article = row.querySelector('[role="article"]');
  const order = numberOf(row, 'data-index') ?? (numberOf(article, 'aria-posinset') ?? 0) - 1;
  const total = numberOf(article, 'aria-setsize');
  const place = { ...(order >= 0 ? { order } : {}), ...(total === undefined ? {} : { total }) };
  const message = row.querySelector('[data-cds="UserMessage"]');
  const typed = row.querySelector('[data-testid="user-message"]');
  // A question of files only has no words.
  if (message || typed) {
    const key = message?.getAttribute('data-turn-key');
    const blocks = typed ? readTyped(typed) : [];
    return [{ role: 'user', ...identity(key), ...place, blocks, attachments: fileNames(row) }];
  }
  const answer = row.querySelector('[data-testid="assistant-message"], [data-cds="AssistantMessage"]');
  if (!answer) return [];
  const thinking = readThinking(answer);
  const time = row.querySelector('time[datetime]')?.getAttribute('datetime');
  const createdAt = time ? Date.parse(time) : Number.NaN;
  return [
    {
      role: 'assistant',
      ...identity(answer.getAttribute('data-turn-key')),
      ...place,
      blocks: readAnswerWords(answer),
      ...(thinking.length > 0 ? { thinking } : {}),
      attachments: artifactNames(answer),
      // The element is mounted before it says anything about streaming: absence is not the end.
      partial: answer.getAttribute('data-is-streaming') !== 'false',
      ...(Number.isNaN(createdAt) ? {} : { createdAt }),
    },
  ];
};

/** Claude's rows since 2026-10: a feed whose articles tell how many there are. */
export const hub: Renderer = {
  name: 'hub',
  units: (root) =>
    shownElements(root, ROW)
      .map((row, at) => ({ row, at: numberOf(row, 'data-index') ?? at }))
      .sort((a, b) => a.at - b.at)
      .map(({ row }) => row),
  read: readRow,
};
