export declare const outdatedBecause: (root?: string) => string | undefined;
export declare const ensureInstalled: () => Promise<void>;
