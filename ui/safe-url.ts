/** The address when it leads to a web page; undefined for scripts, files and anything that is no address. */
export const safeUrl = (url: string): string | undefined => {
  if (!URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
};
