import { DIALECTS } from '../../utils/services/dialect';
import type { ErrorFact } from '../../utils/services/error-fact';
import { ERRORS } from '../../utils/services/errors';
import { SERVICES } from '../../utils/services/registry';
import type { Service } from '../../utils/services/service';
import { worded } from '../../utils/services/wording';
import { KIND_LABELS, KINDS, type Kind } from '../../utils/widgets/kinds';

const code = (text: string) => `\`${text}\``;
const none = '–';
const seconds = (ms: number) => `${ms / 1_000} s`;
const link = (url: string | null) => (url === null ? none : `<${url}>`);
/** Padded as Biome formats them, so that formatting and generating agree. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((cells) => (cells[column] ?? '').length)));
  const line = (cells: readonly string[], fill: string) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(' | ')} |`;
  return [line(head, ' '), line(Array(head.length).fill(''), '-'), ...rows.map((cells) => line(cells, ' '))].join('\n');
}

const services = (): string =>
  table(
    ['service', 'id', 'address', 'key', 'dashboard', 'top up', 'tells its balance', 'optional settings'],
    SERVICES.map(({ id, label, base, keyHint, dashboard, topUp, tellsBalance, balanceEveryMs, options }) => [
      label,
      code(id),
      base === null ? 'typed by the person' : code(base),
      keyHint,
      link(dashboard),
      link(topUp),
      tellsBalance ? (balanceEveryMs ? `yes, every ${seconds(balanceEveryMs)} at most` : 'yes') : 'not documented',
      options.map(code).join(', '),
    ]),
  );

const forms = ({ capabilities }: Service): string[][] =>
  KINDS.flatMap((kind) => {
    const capability = capabilities[kind];
    if (!capability) return [[KIND_LABELS[kind], none, none, none]];
    return Object.entries(capability.forms).map(([form, made]) => [
      KIND_LABELS[kind],
      form,
      made ? code(made.type) : 'not documented',
      made ? [...new Set(Object.values(made.fields))].map(code).join(', ') : none,
    ]);
  });

const capabilities = (): string =>
  table(
    ['service', 'kind', 'form', 'task type', 'fields'],
    SERVICES.flatMap((service) => forms(service).map((cells) => [service.label, ...cells])),
  );

const charges = (unsolvable: boolean | null) =>
  ({ true: 'charged', false: 'free', null: 'not documented' })[`${unsolvable}`];

const times = ({ capabilities, minIntervalMs }: Service, kind: Kind): string[] => {
  const capability = capabilities[kind];
  if (!capability) return [none, none, seconds(minIntervalMs), none];
  const { polls, nocache } = capability;
  const first = seconds(polls.firstMs) + (nocache ? ` (${seconds(nocache.firstMs)} with nocache)` : '');
  return [first, seconds(polls.intervalMs), seconds(minIntervalMs), seconds(polls.giveUpMs)];
};

const polling = (): string =>
  table(
    ['service', 'kind', 'first poll', 'interval', 'minimum', 'give up', 'still working', 'unsolvable', 'report'],
    SERVICES.flatMap((service) =>
      KINDS.map((kind) => [
        service.label,
        KIND_LABELS[kind],
        ...times(service, kind),
        service.busyStatuses.map((status) => `HTTP ${status}`).join(', ') || none,
        charges(service.chargesUnsolvable),
        service.reports[kind] ? code(service.reports[kind].method) : none,
      ]),
    ),
  );

const pauseOf = ({ pause, scope }: ErrorFact): string => {
  if (!pause) return none;
  const until = {
    key: 'until the key changes',
    money: 'until a check shows money',
    check: 'until a check succeeds',
    time: '',
  }[pause.until];
  return (pause.until === 'time' ? `${pause.ms / 60_000} min` : until) + (scope ? ', this task type' : '');
};
const cellsOf = (name: string, fact: ErrorFact, service?: Service): string[] => [
  code(name),
  fact.class,
  pauseOf(fact),
  fact.backOffMs === undefined ? none : seconds(fact.backOffMs),
  worded(`${fact.message} ${fact.advice}`, service),
];
const ERROR_HEAD = ['code', 'class', 'pause', 'back-off from', 'what the person reads'];

const commonErrors = (): string =>
  table(
    ERROR_HEAD,
    Object.entries(ERRORS).map(([name, fact]) => cellsOf(name, fact)),
  );

const ownErrors = (): string =>
  table(
    ['service', ...ERROR_HEAD],
    SERVICES.filter(({ base }) => base !== null).flatMap((service) =>
      Object.entries(service.errors).map(([name, fact]) => [service.label, ...cellsOf(name, fact, service)]),
    ),
  );

/** docs/services.md, from the code. */
export const servicesDoc = (): string => `# Services

Written by \`UPDATE=1 npx vitest run test/contract/services-doc\` from \`utils/services/\`; a test fails when it is stale.

## The services

${services()}

The custom service speaks one of these dialects: ${DIALECTS.map(({ label }) => label).join(', ')}.

## What they solve

A form without a task type, and a one-time value without a field, is refused before anything is sent.

${capabilities()}

## Polling

Never more than 120 polls a task.

${polling()}

## Errors

\`now\` ask again at the next poll; \`later\` back off; \`config\` stop and tell the person; \`task\` this task is lost;
\`expired\` get fresh parameters. An unknown or missing code is \`later\`, once, and then shown as it came.

${commonErrors()}

A pause holds for every request to the service: for new tasks, for polls of tasks that were made, for reports. After
"no money" the answers of tasks that were made before are still fetched, as they are paid for, and a pause of one task
type holds for new tasks of that type alone. The person's own look at the balance goes out all the same, except while a
service has blocked the address for a time. A pause until the key changes also ends with such a look when the service
tells a balance, and one of a task type with a press of "Ask again".

Where nobody answers at the service's address, no task was made, and the next service is asked at once. Where the answer
alone was lost, nobody knows, and no other service is asked. What Retry-After says holds for all jobs of that service.

Where a service means something else, or has a code of its own:

${ownErrors()}

## How to add a service

1. Write \`utils/services/<id>.ts\`, beginning with a copy of the one that it resembles most. Everything it has is data. What its documents
   do not say is \`null\`, \`false\` or left out, and a comment says so.
2. Put every form of a captcha that it documents into \`capabilities\`, with the exact task type and fields. Mind the names: a bare
   \`RecaptchaV2Task\` needs a proxy at one service and none at another, and Solvent sends none.
3. Add one line to \`utils/services/registry.ts\`, at the place where people are to see it.
4. Run \`npx vitest run test/contract\`. Tell the tests what they ask for: the documented bodies and replies, and the error codes, each with its class.
5. Rewrite this page with the command above.

A new kind adds a builder like \`utils/services/recaptcha.ts\` (the names of its facts, and which of them a task cannot do without) and one entry
in \`capabilities\` of each service that documents it.
`;
