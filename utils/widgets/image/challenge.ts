import { z } from 'zod';

/** What the answer must look like, as far as the page says (fact sheet of services, 2.5). */
export const ImageHints = z.strictObject({
  numeric: z.literal(true).optional(),
  caseSensitive: z.literal(true).optional(),
  math: z.literal(true).optional(),
  minLength: z.int().min(1).max(100).optional(),
  maxLength: z.int().min(1).max(100).optional(),
});
export type ImageHints = z.infer<typeof ImageHints>;

/**
 * A captcha picture and its answer field. `picture` names what is shown now: another picture, another name. The bytes
 * come once policy has said to solve it.
 */
export const ImageChallenge = z.strictObject({
  kind: z.literal('image'),
  picture: z.string().min(1).max(64),
  /** Name of the answer field within its site; told to nobody. */
  field: z.string().max(200),
  hints: ImageHints.optional(),
  /** Base64 of the file, without a prefix; PNG, JPEG or GIF. At most 500,000 bytes. */
  body: z
    .string()
    .max(700_000)
    .regex(/^[\w+/]+=*$/)
    .optional(),
});
export type ImageChallenge = z.infer<typeof ImageChallenge>;

/** The same picture can use the same answer, whatever page shows it. */
export const imageFacts = ({ picture }: ImageChallenge): unknown[] => [picture];
