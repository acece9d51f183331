import { parseArgs } from 'node:util';
import { startSandbox } from './index.ts';
import { serveCatalogue } from './pages/catalogue.ts';
import { serveDemo } from './pages/demo.ts';
import { IMAGE_ENTRIES } from './pages/image-catalogue.ts';
import type { SandboxOptions } from './types.ts';

const DEMO_KEY = 'demo-key';

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    seed: { type: 'string' },
    'solve-after': { type: 'string', default: '7000' },
    key: { type: 'string', default: DEMO_KEY },
    balance: { type: 'string', default: '10' },
  },
});

const options: SandboxOptions = { solveAfterMs: Number(values['solve-after']) };
if (values.port !== undefined) options.port = Number(values.port);
if (values.seed !== undefined) options.seed = Number(values.seed);

const sandbox = await startSandbox(options);
const services = Object.values(sandbox.services);
for (const service of services) service.addKey(values.key, Number(values.balance));
const demo = serveDemo(sandbox);
const [first] = serveCatalogue(sandbox);

console.log(`Sandbox on 127.0.0.1:${sandbox.port}, seed ${sandbox.seed}
Services      ${services.map(({ origin, base }) => `${origin} (in the browser ${base})`).join('\n              ')}
Key           ${values.key}
Demo          ${demo}
Test pages    ${first?.url} and others, see pages/catalogue.ts
Picture pages ${IMAGE_ENTRIES[0]?.url} and others, see pages/image-catalogue.ts
Chromium      --ignore-certificate-errors --host-resolver-rules="${sandbox.resolverRules}"`);

const stop = (): void => {
  void sandbox.close().then(() => process.exit(0));
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
