import type { Route } from '../adapter.ts';

const CONVERSATION = /(?:^|\/)(?:c|share(?:\/e)?)\/([\w-]+)/;
const PROJECT = /(?:^|\/)g\/(g-[\w-]+)/;
/** A project's address may carry a name after its 32 hex digits; the id is without. */
const PROJECT_ID = /^g-p-[0-9a-f]{32}/;

/** Reads `/c/<id>`, `/g/<assistant>/c/<id>`, `/g/g-p-<project>[-name]/c/<id>`, `/share/<id>`, `?temporary-chat=true`. */
export const chatgptRoute = ({ pathname, searchParams }: URL): Route => {
  const conversation = CONVERSATION.exec(pathname)?.[1];
  const segment = PROJECT.exec(pathname)?.[1];
  const project = segment && (PROJECT_ID.exec(segment)?.[0] ?? segment);
  return {
    temporary: searchParams.get('temporary-chat') === 'true',
    ...(conversation === undefined ? {} : { conversation }),
    ...(project === undefined ? {} : { project }),
  };
};
