import https from 'node:https';
import { createRequire } from 'node:module';
import tls from 'node:tls';

// Run as a child process: node anti-captcha.ts PORT KEY CALL. The package's host is hard-coded; the agent below
// connects its requests to loopback, while name and certificate stay those of the real host.

type Method = (...args: unknown[]) => Promise<unknown>;

interface Package {
  setAPIKey(key: string): void;
  shutUp(): void;
  settings: { firstAttemptWaitingInterval: number };
  [method: string]: unknown;
}

const [, , port = '', clientKey = '', order = '[]'] = process.argv;
const [method, ...args] = JSON.parse(order) as [string, ...unknown[]];

const agent = new https.Agent();
agent.createConnection = (options) =>
  tls.connect({ ...(options as tls.ConnectionOptions), host: '127.0.0.1', port: Number(port) });
https.globalAgent = agent;

const official = createRequire(import.meta.url)('@antiadmin/anticaptchaofficial') as Package;
official.setAPIKey(clientKey);
official.shutUp();
official.settings.firstAttemptWaitingInterval = 0.1;
try {
  const answer = await (official[method] as Method).call(official, ...args);
  console.log(JSON.stringify({ answer }));
} catch (error) {
  console.log(JSON.stringify({ thrown: String(error) }));
}
process.exit(0);
