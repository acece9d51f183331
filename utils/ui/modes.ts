import type { Mode } from '../settings/schema';

/** The modes in words, the same wherever they are chosen. */
export const MODE_LABELS: Record<Mode, string> = { automatic: 'Automatic', ask: 'Ask', off: 'Off' };

type Choice = { value: Mode | ''; label: string };

const MODES = (Object.keys(MODE_LABELS) as Mode[]).map((value): Choice => ({ value, label: MODE_LABELS[value] }));

/** The modes to choose from where a narrower rule may also be absent. */
export const modeChoices = (absent: string | null): Choice[] => [
  ...(absent === null ? [] : [{ value: '' as const, label: absent }]),
  ...MODES,
];
