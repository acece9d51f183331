import type { Find } from '../find';

export const find: Find = {
  selector:
    '[src*=aptcha i],[name*=aptcha i],[id*=aptcha i],[class*=aptcha i],[name*=code i],[name=phrase],[id*=code i],[src*=code i],[placeholder*=验证码]',
  address: 'aptcha',
  calls: '',
};
