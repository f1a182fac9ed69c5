import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startAnalyst } from '../workers/analyst.ts';

export default defineUnlistedScript(() => startAnalyst(globalThis));
