import { createRandom, type Random } from '../server/random.ts';

export interface TokenParts {
  publicKey: string;
  host: string;
  suppressed: boolean;
}

const HEX = '0123456789abcdef';
const REGIONS = ['us-east-1', 'eu-west-1', 'ap-southeast-1', 'us-west-2'] as const;
const COLOURS = ['metabgclr=transparent', 'guitextcolor=%23000000', 'metaiconclr=%23555555'];

const hex = (random: Random, length: number): string =>
  Array.from({ length }, () => HEX[random.integer(0, HEX.length - 1)]).join('');

const shuffle = <T>(random: Random, list: readonly T[]): T[] =>
  list
    .map((item) => [random.next(), item] as const)
    .sort(([one], [other]) => one - other)
    .map(([, item]) => item);

/**
 * A session token: `<hex>.<digits>` and then named parts, which are to be read by name, never by position: their order
 * and which of the optional ones are there vary. facts/widgets.md 4.2.
 */
export const spellToken = (seed: number, count: number, { publicKey, host, suppressed }: TokenParts): string => {
  const random = createRandom(seed, count + 0x10000);
  const base = `https://${host}`;
  const optional = [...COLOURS, 'meta_width=300', 'lang=en', 'injs='].filter(() => random.next() < 0.5);
  const parts = [
    `r=${random.pick(REGIONS)}`,
    'meta=3',
    `pk=${publicKey}`,
    'at=40',
    `rid=${random.integer(1, 99)}`,
    'ag=101',
    `cdn_url=${encodeURIComponent(`${base}/cdn/fc`)}`,
    `lurl=${encodeURIComponent('https://audio-eu-west-1.arkoselabs.com')}`,
    `surl=${encodeURIComponent(base)}`,
    `smurl=${encodeURIComponent(`${base}/cdn/fc/assets/style-manager`)}`,
    ...(suppressed ? ['sup=1'] : []),
    ...optional,
  ];
  return [`${hex(random, 17)}.${random.integer(1_000_000_000, 9_999_999_999)}`, ...shuffle(random, parts)].join('|');
};
