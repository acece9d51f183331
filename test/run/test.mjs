import { boot } from './boot.mjs';

await boot('test/run/main.ts');
