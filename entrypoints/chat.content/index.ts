import { defineContentScript } from 'wxt/utils/define-content-script';
import { siteOf } from '../../core/capture/index.ts';
import { contentScriptMatches } from './matches.ts';
import { startCapture } from './start-capture.ts';

export default defineContentScript({
  matches: contentScriptMatches(import.meta.env.MODE),
  runAt: 'document_start',
  // A later script takes over by succession.ts; this message would tell the page which extension is here.
  noScriptStartedPostMessage: true,
  main: () => {
    const site = siteOf(location.href, import.meta.env.MODE === 'development');
    if (site) startCapture(site, window);
  },
});
