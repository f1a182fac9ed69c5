/** Long enough for the browser to have opened the file. */
const KEEP_MS = 60_000;

/** Saves a blob under a name, as if a link to it had been pressed. */
export const saveBlob = (blob: Blob, name: string): void => {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
};
