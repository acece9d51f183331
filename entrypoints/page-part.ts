import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { installPageParts } from '../utils/page/install';
import { HELLO } from '../utils/page/line';
import { PAGE_PARTS } from '../utils/widgets/pages';

export default defineUnlistedScript(() => {
  // The recorder stops this event before any listener of the page can see it.
  window.dispatchEvent(new CustomEvent(HELLO, { detail: installPageParts(PAGE_PARTS) }));
});
