import type { ReplicaSite } from './model.ts';

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** The page of one site: an empty shell that the client script fills. `base` is `''` at the root of a host. */
export const shellPage = (site: ReplicaSite, base: string): string => `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${site === 'chatgpt' ? 'ChatGPT' : 'Claude'}</title>
<link rel="stylesheet" href="${escapeHtml(base)}/__replica/client/page.css">
<link rel="stylesheet" href="${escapeHtml(base)}/__replica/client/transcript.css">
<script type="module" src="${escapeHtml(base)}/__replica/client/boot.ts"></script>
</head>
<body data-replica-site="${site}" data-replica-base="${escapeHtml(base)}"></body>
</html>
`;

/** A conversation whose page is of a markup generation that nobody has seen; it asks for no data either. */
export const DRIFTED_CHAT = '68f00000-1111-4222-8333-00000000dddd';

const DRIFTED_TURNS = [
  'Which lamp burns longest, and which one should stand by the stairs when the nights draw in?',
  'The one that nobody lights burns longest. By the stairs put the one with the wide foot: it does not tip over.',
  'And which burns brightest? I want to read by it without straining my eyes.',
  'The one with the tall chimney. Trim the wick straight, fill it to two thirds, and wipe the glass every morning.',
];

export const driftedPage = (): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Lamps</title>
</head>
<body>
<x-shell><x-stream>
${DRIFTED_TURNS.map((turn, at) => `<x-say data-k="${at}"><x-ink>${turn}</x-ink></x-say>`).join('\n')}
</x-stream><x-pen><div contenteditable="true" role="textbox" aria-label="Message"></div></x-pen></x-shell>
</body>
</html>
`;

/** The first page on localhost: what can be opened. */
export const welcomePage = (): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Replica chat pages</title>
<link rel="stylesheet" href="/__replica/client/page.css">
</head>
<body class="replica-welcome">
<main>
<h1>Replica chat pages</h1>
<p>Chat pages of our own that behave like the real ones. Nothing here leaves this machine.</p>
<ul>
<li><a href="/chatgpt/?renderer=search-unit">ChatGPT, app shell</a></li>
<li><a href="/chatgpt/?renderer=legacy">ChatGPT, legacy</a></li>
<li><a href="/claude/new?renderer=hub">Claude, hub</a></li>
<li><a href="/claude/new?renderer=older">Claude, older</a></li>
</ul>
</main>
</body>
</html>
`;
