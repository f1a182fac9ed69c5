import { fakeFullVault } from './fake-full-vault.ts';

/** Stands in for `workers/connect.ts` on the development page; `?size=` sets how many memories there are. */
export const connectVault = async () =>
  fakeFullVault({ size: Number(new URLSearchParams(location.search).get('size') ?? 400) });

/** Nothing is heavy here: the invented vault needs no analyst. */
export const joinAnalyst = async () => undefined;
