import { fakeVault } from './fake-vault.ts';

/** Stands in for `workers/connect.ts` on the development page; `?size=` sets how many memories there are. */
export const connectVault = async () =>
  fakeVault({ size: Number(new URLSearchParams(location.search).get('size') ?? 400) });
