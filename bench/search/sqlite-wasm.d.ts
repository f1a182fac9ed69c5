declare module '@sqlite.org/sqlite-wasm' {
  const sqlite3InitModule: () => Promise<unknown>;
  export default sqlite3InitModule;
}
