import type { TurnChain } from '../terms/context-vectors.ts';
import type { GraphRow } from '../types.ts';

/** Who stands before and after whom in the same conversation. */
export const turnChain = (rows: readonly Pick<GraphRow, 'conversation' | 'order' | 'seq'>[]): TurnChain => {
  const order = rows.map((_, i) => i);
  order.sort((a, b) => {
    const x = rows[a]!;
    const y = rows[b]!;
    return x.conversation - y.conversation || x.order - y.order || x.seq - y.seq;
  });
  const before = new Int32Array(rows.length).fill(-1);
  const after = new Int32Array(rows.length).fill(-1);
  for (let i = 1; i < order.length; i++) {
    const a = order[i - 1]!;
    const b = order[i]!;
    if (rows[a]!.conversation !== rows[b]!.conversation) continue;
    before[b] = a;
    after[a] = b;
  }
  return { before, after };
};
