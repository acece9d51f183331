import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startRecorder } from '../utils/page/recorder';
import { FINDS, GLOBALS } from '../utils/widgets/found';

export default defineUnlistedScript(() => startRecorder(GLOBALS, FINDS));
