/** The few rows of the largest score among many offered, best first; of equal scores the lower row. */
export class BestRows {
  size = 0;
  readonly rows: Uint32Array;
  readonly scores: Float64Array;

  constructor(limit: number) {
    this.rows = new Uint32Array(limit);
    this.scores = new Float64Array(limit);
  }

  clear(): void {
    this.size = 0;
  }

  offer(row: number, score: number): void {
    const { rows, scores } = this;
    let at = this.size;
    if (at === rows.length) {
      at--;
      if (score < scores[at]! || (score === scores[at] && row > rows[at]!)) return;
    } else this.size++;
    for (; at > 0; at--) {
      const above = scores[at - 1]!;
      if (above > score || (above === score && rows[at - 1]! < row)) break;
      rows[at] = rows[at - 1]!;
      scores[at] = above;
    }
    rows[at] = row;
    scores[at] = score;
  }
}
