import type { Find } from '../find';

/** Script of the client, hosted page, and the field of the legacy form (fact sheet of widgets, 4). */
export const find: Find = {
  selector: '[src*="/v2/"][src*="/api.js"],[src*="//iframe.arkose"],[src*="/fc/api"],[name=fc-token]',
  address: '/v2/',
  greets: /\/v2\/.{36}\/api|\/fc\/api.*onload=(\w+)/,
};
