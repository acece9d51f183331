import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { SERVICES } from '../../utils/services/registry';
import { servicesDoc } from './services-doc';

const path = fileURLToPath(new URL('../../docs/services.md', import.meta.url));

it('docs/services.md is what the code says; UPDATE=1 rewrites it', () => {
  if (process.env['UPDATE']) writeFileSync(path, servicesDoc());
  expect(readFileSync(path, 'utf8')).toBe(servicesDoc());
});

it('names every service', () => {
  for (const { label } of SERVICES) expect(servicesDoc()).toMatch(new RegExp(`^\\| ${label} +\\| `, 'm'));
});
