import { createRequire } from 'node:module';

// Run as a child process: node capmonster.ts ORIGIN KEY TASK. Drives the unmodified official client, prints JSON.

interface Client {
  getBalance(): Promise<unknown>;
  Solve(task: unknown): Promise<{ solution?: unknown; error?: unknown }>;
}

interface Package {
  CapMonsterCloudClientFactory: { Create(options: unknown): Client };
  ClientOptions: new (options: { clientKey: string; serviceUrl: string }) => unknown;
  [request: string]: unknown;
}

const official = createRequire(import.meta.url)('@zennolab_com/capmonstercloud-client') as Package;
const [, , serviceUrl = '', clientKey = '', order = '{}'] = process.argv;
const { request, ...fields } = JSON.parse(order) as { request: string; [name: string]: unknown };

const { CapMonsterCloudClientFactory, ClientOptions } = official;
const client = CapMonsterCloudClientFactory.Create(new ClientOptions({ clientKey, serviceUrl }));
const Request = official[request] as new (fields: unknown) => unknown;
try {
  const { solution, error } = await client.Solve(new Request(fields));
  const balance = await client.getBalance();
  console.log(JSON.stringify({ solution, error, balance }));
} catch (error) {
  console.log(JSON.stringify({ thrown: String(error) }));
}
// Its agent keeps connections alive, and with them the process.
process.exit(0);
