/** What agent and page part of this kind say to each other, as JSON. The page can alter it: nothing here is trusted. */
export type Question = { op: 'describe' } | { op: 'deliver'; token: string } | { op: 'expire'; token: string };

export interface PageFacts {
  websiteKey: string;
  action?: string;
  s?: string;
  /** v3: scores without a challenge. */
  score: boolean;
  executed: boolean;
}
