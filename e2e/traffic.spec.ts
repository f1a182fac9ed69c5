import { writeFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { readTraffic } from '../bench/browser/traffic.ts';

test('the traffic trap catches requests of ours and bytes that leave', async () => {
  const types = { URL_REQUEST_START_JOB: 1, TCP_CONNECT_ATTEMPT: 2, UDP_BYTES_SENT: 3 };
  const request = (url: string, initiator?: string) => ({
    type: types.URL_REQUEST_START_JOB,
    params: { url, ...(initiator ? { initiator } : {}) },
  });
  const file = test.info().outputPath('net-log.json');
  const log = {
    constants: { logEventTypes: types },
    events: [
      request('https://chatgpt.com/c/1'),
      request('chrome-extension://abc/popup.html'),
      request('https://update.googleapis.com/service/update2', 'not an origin'),
      request('https://fonts.googleapis.com/css', 'chrome-extension://abc'),
      request('https://example.com/collect', 'not an origin'),
      { type: types.TCP_CONNECT_ATTEMPT, params: { address: '127.0.0.1:443' } },
      { type: types.TCP_CONNECT_ATTEMPT, params: { address: '192.0.2.7:443' } },
    ],
  };
  await writeFile(file, JSON.stringify(log));
  const { requests, leaving } = await readTraffic(file);
  expect(requests).toBe(5);
  expect(leaving).toEqual([
    'https://fonts.googleapis.com/css asked for by chrome-extension://abc',
    'https://example.com/collect asked for by not an origin',
    'bytes to 192.0.2.7:443',
  ]);
});
