import { mountArkose } from '../shared/arkose-vue-app.ts';

mountArkose('lightbox');
