export { detectPictures } from '../../utils/widgets/image/detect.ts';
export { find } from '../../utils/widgets/image/find.ts';
export { realLook } from '../../utils/widgets/image/look.ts';
