import type { Spec } from '../images/office.ts';
import { type ImagePage, PICTURE_HOST } from '../images/page.ts';
import { image, usual } from './image-parts.ts';

// A picture of known pixels that no script can read, laid out in ways that make it hard to cut from the screen.

const PATTERN: Partial<Spec> = { look: 'pattern', width: 200, height: 60 };

const crop = (title: string, style: string, around: (picture: string) => string = (picture) => picture): ImagePage => ({
  title,
  spec: PATTERN,
  body: (view) => {
    const src = view.address('png', { host: PICTURE_HOST });
    return usual(view, around(image(src, { width: '', height: '', style })));
  },
});

export const CROPS = {
  'crop-plain': crop('Plain', 'position: absolute; left: 40px; top: 300px'),
  'crop-fractional': crop('At a fraction of a pixel', 'position: absolute; left: 33.37px; top: 300.61px'),
  'crop-scrolled': crop(
    'In a box that is scrolled',
    'display: block; margin: 400px 300px',
    (
      picture,
    ) => `<div id="scroller" style="width: 420px; height: 160px; overflow: auto; border: 1px solid">${picture}</div>
<script>find('scroller').scrollTo(240, 350);</script>`,
  ),
  'crop-padded': crop('With padding and a border', 'padding: 7px 11px; border: 3px solid #0a0; background: #fd0'),
  'crop-contain': crop('Fitted in', 'width: 260px; height: 60px; object-fit: contain; background: #fd0'),
  // Cut at the top alone, so that the strip stays.
  'crop-cover': crop('Fitted over', 'width: 200px; height: 50px; object-fit: cover; object-position: bottom'),
  'crop-stretched': crop('Stretched', 'width: 250px; height: 90px'),
  'crop-page-scrolled': crop(
    'On a page that is scrolled',
    'display: block; margin: 1200px 0 0 20px',
    (picture) => `${picture}<div style="height: 1500px"></div><script>scrollTo(0, 900);</script>`,
  ),
} satisfies Record<string, ImagePage>;
