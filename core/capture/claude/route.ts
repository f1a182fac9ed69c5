import type { Route } from '../adapter.ts';

const CONVERSATION = /(?:^|\/)(?:chat|share)\/([\w-]+)/;
const PROJECT = /(?:^|\/)project\/([\w-]+)/;

/** Reads `/chat/<id>`, `/share/<id>`, `/project/<id>`, `/cowork/project/<id>`, `?incognito`. */
export const claudeRoute = ({ pathname, searchParams }: URL): Route => {
  const conversation = CONVERSATION.exec(pathname)?.[1];
  const project = PROJECT.exec(pathname)?.[1];
  return {
    temporary: searchParams.has('incognito') && searchParams.get('incognito') !== 'false',
    ...(conversation === undefined ? {} : { conversation }),
    ...(project === undefined ? {} : { project }),
  };
};
