import { existsSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** What a runner's report says. `notes`: one line for each thing that is wrong, for the person. */
export interface Counts {
  passed: number;
  failed: number;
  notes: string[];
}

interface VitestReport {
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
}

interface PlaywrightSuite {
  title: string;
  specs: { title: string; tests: { status: string }[] }[];
  suites?: PlaywrightSuite[];
}

interface PlaywrightReport {
  suites: PlaywrightSuite[];
  errors: { message?: string }[];
}

/** Passed, failed, or neither by the runner's word; here everything that did not pass has failed. */
function sum(tests: { status: string; name: string }[], other: string[]): Counts {
  const bad = tests.filter(({ status }) => status !== 'passed');
  const notes = [...other, ...bad.map(({ status, name }) => `${status}: ${name}`)];
  return { passed: tests.length - bad.length, failed: notes.length, notes };
}

function read<Report>(file: string): Report | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : null;
}

export function vitestCounts(file: string): Counts | null {
  const report = read<VitestReport>(file);
  if (!report) return null;
  const tests = report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ status, fullName }) => ({ status, name: fullName })),
  );
  // A file that cannot even be loaded has no tests that could fail.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return sum(
    tests,
    broken.map(({ name }) => `failed to run: ${name}`),
  );
}

/** Playwright's words are about what was expected; tests that it had no time for are "skipped" too. */
const WORDS: Record<string, string> = { expected: 'passed', unexpected: 'failed', skipped: 'skipped or not run' };

export function playwrightCounts(file: string): Counts | null {
  const report = read<PlaywrightReport>(file);
  if (!report) return null;
  const testsIn = (suite: PlaywrightSuite, above: string): { status: string; name: string }[] => {
    const path = `${above}${suite.title} > `;
    return [
      ...suite.specs.flatMap(({ title, tests }) =>
        tests.map(({ status }) => ({ status: WORDS[status] ?? status, name: path + title })),
      ),
      ...(suite.suites ?? []).flatMap((inner) => testsIn(inner, path)),
    ];
  };
  return sum(
    report.suites.flatMap((suite) => testsIn(suite, '')),
    report.errors.map(({ message }) => `error outside of a test: ${firstLine(message)}`),
  );
}

const firstLine = (text = ''): string => stripVTControlCharacters(text).split('\n')[0] ?? '';
