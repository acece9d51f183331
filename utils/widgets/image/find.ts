import type { Find } from '../find';

export const find: Find = {
  selector: '[src*=aptcha i],[id*=aptcha i],[name*=aptcha i],[class*=aptcha i],[alt*=aptcha i]',
  address: 'aptcha',
  calls: '',
};
