import { RecollectError } from '../../model/result.ts';

/** A refused import: where in the file, why, and that nothing was written. Never quotes the file's content. */
export const refuse = (where: string, why: string): RecollectError =>
  new RecollectError('import/refused', `${where}: ${why}. Nothing was imported.`, { where, why });
