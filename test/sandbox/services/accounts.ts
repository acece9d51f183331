// Whole nano-dollars: sums of prices such as 0.0006 must come out exact.
const NANO = 1e9;
const toNano = (usd: number): number => Math.round(usd * NANO);

export interface Accounts {
  add(clientKey: string, balance: number): void;
  /** The account of a key as a client sends it, or undefined. */
  find(clientKey: unknown): string | undefined;
  balance(account: string): number | undefined;
  canPay(account: string, price: number, open: readonly { cost: number }[]): boolean;
  /** Takes money; a negative cost gives it back. */
  charge(account: string, cost: number): void;
}

/** Keys and their money. */
export const createAccounts = (keySuffixes: boolean): Accounts => {
  const balances = new Map<string, number>();
  return {
    add: (clientKey, balance) => balances.set(clientKey, toNano(balance)),
    find: (clientKey) => {
      if (typeof clientKey !== 'string') return undefined;
      // KEY__nocache and the like name the same account; facts/services.md 1.2.
      const account = keySuffixes ? (clientKey.split('__')[0] ?? '') : clientKey;
      return balances.has(account) ? account : undefined;
    },
    balance: (account) => {
      const nano = balances.get(account);
      return nano === undefined ? undefined : nano / NANO;
    },
    // Tasks that are still open have their price set aside, so that a balance never goes below zero.
    canPay: (account, price, open) => {
      const reserved = open.reduce((sum, { cost }) => sum + toNano(cost), 0);
      const balance = balances.get(account) ?? 0;
      return balance > 0 && balance - reserved >= toNano(price);
    },
    charge: (account, cost) => {
      balances.set(account, (balances.get(account) ?? 0) - toNano(cost));
    },
  };
};
