/** Apart from `rule.ts`, so that who needs no schema gets none. */
export const MAX_SELECTORS = 8;
export const LONGEST_SELECTOR = 300;
export const LONGEST_PATH = 300;
export const LONGEST_NAME = 60;
export const MAX_RULES_PER_HOST = 10;
export const MAX_RULE_HOSTS = 300;
