import { startHost } from './start-host.ts';

startHost((message) => {
  chrome.runtime.sendMessage(message).catch((error: unknown) => {
    console.warn('Recollect: the badge was not updated', error);
  });
});
