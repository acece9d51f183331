import type { ApiTable, Find } from '../find';

export const find: Find = {
  selector: '[src*="/v2/"][src*="/api.js"],[src*="//iframe.arkose"],[name=fc-token],[name=verification-token]',
  address: '/v2/',
  greets: /\/v2\/[\w-]{36}\/api\.js|\/fc\/api\/.*[?&]onload=(\w+)/,
  calls: 'FunCaptcha',
};

export const globals: ApiTable = { FunCaptcha: true };
