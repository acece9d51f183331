import { boot } from '../run/boot.mjs';

await boot('test/start/main.ts');
