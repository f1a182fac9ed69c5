import { type HistoryPage, wordsOnly } from '../../core/capture/index.ts';
import type { CapturedTurn, Completeness, Observation, Pasted } from '../../core/model/capture.ts';

const isDerived = (id: string): boolean => id.startsWith('derived-');

/** What makes two sights of a turn different to the vault. */
const signatureOf = ({
  text,
  markdown,
  thinking,
  partial,
  attachments,
  offBranch,
  order,
}: CapturedTurn): string =>
  JSON.stringify([
    text.length,
    markdown.length,
    text.slice(-64),
    thinking?.length ?? 0,
    partial,
    attachments ?? [],
    offBranch ?? null,
    order ?? null,
  ]);

/** What one tab knows of one conversation: so that only news are sent, and one turn keeps one id. */
export class ConversationMemory {
  readonly #sent = new Map<string, string>();
  /** Turns as the wire told them, by id: the page may show them without ids. */
  readonly #wireTurns = new Map<string, CapturedTurn>();
  readonly #offBranch = new Set<string>();
  readonly #orders = new Set<number>();
  /** How much of each turn was pasted, by source, id and length; undefined for turns that were not. */
  readonly #pasted = new Map<string, Pasted | undefined>();
  #completeness: Completeness | undefined;
  /** What was last sent of the conversation itself, by sources that know its title. */
  #about = '';
  /** Cursor up to which the pages read so far reach without a gap from the newest turn. */
  #reached: string | undefined;
  title: string | undefined;
  captured = 0;

  get completeness(): Completeness {
    return this.#completeness ?? { complete: false, evidence: 'nothing read yet' };
  }

  get turnIds(): ReadonlySet<string> {
    return new Set(this.#wireTurns.keys());
  }

  /** Makes everything news again, for instance after capture was paused. */
  forgetSent(): void {
    this.#sent.clear();
    this.#about = '';
  }

  /** The observation with settled ids, branches and completeness. */
  settle(observation: Observation, page?: HistoryPage): Observation {
    const { conversation } = observation;
    if (conversation.title) this.title = conversation.title;
    const taken = new Set<string>();
    const turns = observation.turns.map((turn) => {
      const settled = turn.source === 'dom' ? this.#withWireId(turn, taken) : turn;
      taken.add(settled.id);
      return this.#offBranch.has(settled.id) && settled.source === 'dom'
        ? { ...settled, offBranch: false }
        : settled;
    });
    const left = turns.some(({ source }) => source === 'stream') ? this.#leaveBranches(turns) : [];
    for (const turn of turns) if (turn.source !== 'dom') this.#wireTurns.set(turn.id, turn);
    for (const { id, offBranch } of turns) if (offBranch === false) this.#offBranch.delete(id);
    const completeness = this.#mergeCompleteness(this.#withPages(conversation.completeness, page), turns);
    return { conversation: { ...conversation, completeness }, turns: [...turns, ...left] };
  }

  /**
   * The observation with what is known of pasted words. A turn is judged when it is first seen: what is pasted later
   * cannot have come into it, for instance when the person takes up words of their own again.
   */
  withPasted(observation: Observation, judge: (text: string) => Pasted | undefined): Observation {
    const turns = observation.turns.map((turn) => {
      if (turn.role !== 'user') return turn;
      const key = `${turn.source} ${turn.id} ${turn.text.length}`;
      if (!this.#pasted.has(key)) this.#pasted.set(key, judge(turn.text));
      const pasted = this.#pasted.get(key);
      return pasted === undefined ? turn : { ...turn, pasted };
    });
    return { ...observation, turns };
  }

  /**
   * The part of an observation that is worth sending: from the turn before the first news to the one after the last,
   * so that the vault sees where new turns stand. Undefined when there is no news.
   */
  news(observation: Observation): Observation | undefined {
    const changed = observation.turns.map((turn) => this.#isNews(turn));
    const about = JSON.stringify(observation.conversation);
    const isRenamed = observation.conversation.title !== undefined && about !== this.#about;
    const first = changed.indexOf(true);
    if (first < 0 && !isRenamed) return undefined;
    if (observation.conversation.title !== undefined) this.#about = about;
    if (first < 0) return { ...observation, turns: observation.turns.slice(-1) };
    const last = changed.lastIndexOf(true);
    const turns = observation.turns.slice(Math.max(0, first - 1), last + 2);
    for (const turn of turns) this.#sent.set(`${turn.source} ${turn.id}`, signatureOf(turn));
    return { ...observation, turns };
  }

  /** A DOM sight of a turn that the wire told better already says nothing new until it is final too. */
  #isNews(turn: CapturedTurn): boolean {
    const wire = turn.source === 'dom' ? this.#wireTurns.get(turn.id) : undefined;
    if (wire && turn.partial && wire.text.length >= turn.text.length) return false;
    return this.#sent.get(`${turn.source} ${turn.id}`) !== signatureOf(turn);
  }

  #withWireId(turn: CapturedTurn, taken: ReadonlySet<string>): CapturedTurn {
    if (!isDerived(turn.id)) return turn;
    const words = wordsOnly(turn.text);
    const isSame = (wire: CapturedTurn): boolean => {
      if (wire.role !== turn.role || taken.has(wire.id)) return false;
      const other = wordsOnly(wire.text);
      // Turns without words, such as images, are told apart by what they answer.
      if (words === '' && turn.parentId && wire.parentId && turn.parentId !== wire.parentId) return false;
      if (other === words) return true;
      return (
        (turn.partial || wire.partial) &&
        words !== '' &&
        other !== '' &&
        (other.startsWith(words) || words.startsWith(other))
      );
    };
    const found = [...this.#wireTurns.values()].findLast(isSame);
    if (!found) return turn;
    return { ...turn, id: found.id, ...(found.parentId ? { parentId: found.parentId } : {}) };
  }

  /** A new answer or edit takes the place of those with the same parent: they stay, off the shown branch. */
  #leaveBranches(turns: readonly CapturedTurn[]): CapturedTurn[] {
    const left: CapturedTurn[] = [];
    const leave = (id: string): void => {
      const turn = this.#wireTurns.get(id);
      if (!turn || this.#offBranch.has(id)) return;
      this.#offBranch.add(id);
      left.push({ ...turn, offBranch: true });
      for (const child of this.#wireTurns.values()) if (child.parentId === id) leave(child.id);
    };
    for (const turn of turns) {
      if (!turn.parentId || this.#wireTurns.has(turn.id)) continue;
      for (const other of this.#wireTurns.values())
        if (other.id !== turn.id && other.parentId === turn.parentId && other.role === turn.role)
          leave(other.id);
    }
    return left;
  }

  /** Older pages that join on to newer ones without a gap are as good as one answer with all. */
  #withPages(seen: Completeness, page: HistoryPage | undefined): Completeness {
    if (!page || (page.before !== undefined && page.before !== this.#reached)) return seen;
    this.#reached = page.start;
    return page.isFirst ? { complete: true, evidence: 'has_previous_page=false' } : seen;
  }

  /** Pages show windows: what was counted in earlier ones counts, and evidence once found stays. */
  #mergeCompleteness(seen: Completeness, turns: readonly CapturedTurn[]): Completeness {
    for (const { order, partial } of turns) if (order !== undefined && !partial) this.#orders.add(order);
    const { total } = seen;
    const before = this.#completeness;
    let merged = seen;
    if (total !== undefined) {
      const have = [...this.#orders].filter((order) => order < total).length;
      merged =
        have >= total
          ? { complete: true, evidence: 'aria-setsize reached', total }
          : { complete: false, evidence: `${have} of ${total} seen`, total };
    } else if (!seen.complete && before?.complete) merged = before;
    this.#completeness = merged;
    return merged;
  }
}
