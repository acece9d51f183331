import type { Problem } from './dialect.ts';
import type { Fields } from './fields.ts';
import type { Making, TaskType } from './kinds.ts';

type Class = 'recaptcha' | 'funcaptcha' | 'recognition';

const TILES: Record<string, number> = { '3x3': 9, '4x4': 16, '1x1': 1 };
const FUNCAPTCHA_PICTURES = 6;

const needsOf: Record<Class, (metadata: Record<string, unknown>) => boolean> = {
  recaptcha: ({ Grid, Task, TaskDefinition }) => String(Grid) in TILES && (Task ?? TaskDefinition) !== undefined,
  funcaptcha: ({ Task }) => typeof Task === 'string',
  recognition: ({ Task }) => typeof Task === 'string',
};

const pictures = (fields: Fields): unknown[] => [...fields.list('imagesBase64'), ...fields.list('imageUrls')];

const check =
  (classes: readonly Class[]) =>
  (fields: Fields): Problem | undefined => {
    const asked = classes.find((each) => each === fields.text('class'));
    if (asked === undefined) return 'type';
    const pictured = pictures(fields).every((picture) => typeof picture === 'string' && picture !== '');
    if (pictures(fields).length === 0 || !pictured) return 'imageSmall';
    return needsOf[asked](fields.object('metadata')) ? undefined : 'field';
  };

const solve = ({ fields }: Making): Record<string, unknown> => {
  if (fields.text('class') === 'recognition') return { answer: [4], metadata: { AnswerType: 'NumericArray' } };
  const tiles = TILES[String(fields.object('metadata')['Grid'])] ?? FUNCAPTCHA_PICTURES;
  return { answer: Array.from({ length: tiles }, (_, tile) => tile % 4 === 0), metadata: { AnswerType: 'Grid' } };
};

/** ComplexImageTask, for the classes that a service takes; facts/services.md 2.6. */
export const complexImage = (...classes: Class[]): TaskType => ({
  kind: 'complex',
  needs: [],
  check: check(classes),
  solve,
});
