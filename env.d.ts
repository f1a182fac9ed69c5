/// <reference types="vite/client" />

/** Set by WXT for each build. */
interface ImportMetaEnv {
  readonly FIREFOX: boolean;
}
