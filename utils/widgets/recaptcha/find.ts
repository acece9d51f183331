import type { ApiTable, Find } from '../find';

export const find: Find = {
  selector: '.g-recaptcha,[src*="/anchor?"]',
  address: '/recaptcha/',
  calls: '.render,',
};

const methods = { render: true, execute: true, reset: true, getResponse: false } as const;
export const globals: ApiTable = { grecaptcha: { ...methods, enterprise: methods } };
