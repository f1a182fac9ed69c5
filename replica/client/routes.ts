import type { ReplicaSite } from '../model.ts';

export type Route = {
  readonly conversation: string | undefined;
  readonly project: string | undefined;
  readonly temporary: boolean;
};

/** The route that a path (without the replica's prefix) stands for. */
export const routeOf = (site: ReplicaSite, path: string, query: URLSearchParams): Route => {
  const parts = path.split('/').filter(Boolean);
  if (site === 'chatgpt') {
    const project = parts[0] === 'g' ? parts[1] : undefined;
    const at = parts.indexOf('c');
    return {
      conversation: at >= 0 ? parts[at + 1] : undefined,
      project,
      temporary: query.get('temporary-chat') === 'true',
    };
  }
  return {
    conversation: parts[0] === 'chat' ? parts[1] : undefined,
    project: parts[0] === 'project' ? parts[1] : undefined,
    temporary: query.has('incognito'),
  };
};

/** The path of a route on the real site. */
export const pathOf = (site: ReplicaSite, { conversation, project, temporary }: Route): string => {
  if (site === 'chatgpt') {
    if (temporary) return '/?temporary-chat=true';
    if (conversation) return project ? `/g/${project}/c/${conversation}` : `/c/${conversation}`;
    return project ? `/g/${project}/project` : '/';
  }
  if (temporary) return '/new?incognito';
  if (conversation) return `/chat/${conversation}`;
  return project ? `/project/${project}` : '/new';
};
