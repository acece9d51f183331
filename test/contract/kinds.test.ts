// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { AGENT_KINDS } from '../../utils/widgets/agents';
import { FINDS } from '../../utils/widgets/found';
import { IN_PAGE, KIND_LABELS, KINDS, MAY_PASS } from '../../utils/widgets/kinds';
import { PAGE_PARTS } from '../../utils/widgets/pages';

it('every kind has a line in every table', () => {
  const names = [...KINDS].sort();
  expect(AGENT_KINDS.map(({ id }) => id).sort()).toEqual(names);
  for (const table of [FINDS, KIND_LABELS]) expect(Object.keys(table).sort()).toEqual(names);
  expect(Object.keys(PAGE_PARTS).sort()).toEqual([...IN_PAGE].sort());
  for (const kind of MAY_PASS) expect(names).toContain(kind);
});
