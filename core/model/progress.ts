/** Progress of a long call: `done` of `total` units; `total` is 0 while unknown. */
export type Progress = { readonly stage: string; readonly done: number; readonly total: number };
export type OnProgress = (progress: Progress) => void;
