import { img } from '../page.ts';
import type { Family } from './families.ts';

/** What most forms are: fields for names and words, with whatever picture is near. */
export const ordinary: Family[] = [
  {
    name: 'search',
    fields: [
      ['en', '', '<input type="text" name="q" placeholder="Search">'],
      ['ru', 'Поиск', '<input type="text" name="text" size="20">'],
      ['zh', '', '<input type="text" name="keyword" placeholder="请输入关键字">'],
      ['en', 'Find a product by code', '<input type="text" name="s" maxlength="10" autocomplete="off">'],
    ],
    pictures: [
      img('/logo.png', 180, 60, 'alt="Example"'),
      img('/doodle.php?day=3', 272, 92, 'alt=""'),
      img('/p/4411.jpg', 150, 100, 'alt="Lamp"'),
      '<svg width="100" height="32" viewBox="0 0 100 32"><path d="M1 1h9"/><path d="M20 1h9"/><path d="M40 1h9"/><path d="M60 1h9"/></svg>',
    ],
  },
  {
    name: 'login',
    fields: [
      [
        'en',
        'User name',
        '<input type="text" name="login" autocomplete="username"><input type="password" name="password">',
      ],
      ['zh', '用户名', '<input type="text" name="username"><input type="password" name="password">'],
      ['en', 'Member ID', '<input type="text" name="member" maxlength="10" autocomplete="off">'],
    ],
    pictures: [
      img('/brand.aspx', 200, 60, 'alt=""'),
      img('/security-image?user=3', 120, 120, 'alt="Your security image"'),
      img('/seal/norton.gif', 100, 50, 'alt="Norton Secured"'),
    ],
  },
  {
    name: 'newsletter',
    fields: [
      ['en', 'Get 10 % off', '<input type="text" name="email" placeholder="Your e-mail address">'],
      ['fr', 'Restez informé', '<input type="email" name="courriel" placeholder="Votre adresse">'],
    ],
    pictures: [
      img('/hero.jpg', 380, 140, 'alt=""'),
      img('/logo-white.svg', 120, 30, 'alt="Example"'),
      img('/pixel.php?id=8', 1, 1, 'alt=""'),
    ],
  },
  {
    name: 'profile',
    fields: [
      ['en', 'Display name', '<input type="text" name="name" maxlength="30"><input type="file" name="avatar">'],
      ['en', 'Caption', '<input type="text" name="caption" placeholder="Describe this picture">'],
      ['en', 'Alternative text', '<input type="text" name="alt" placeholder="Enter the text of the image">'],
    ],
    pictures: [
      img('/u/3/avatar.png', 96, 96, 'alt="Your picture"'),
      img('blob:https://a.test/1', 200, 120, 'alt="Preview"'),
      img('/upload/tmp/9812.jpg', 160, 90, 'alt=""'),
    ],
  },
  {
    name: 'comments',
    fields: [
      ['en', 'Name', '<input type="text" name="author"><textarea name="comment"></textarea>'],
      ['ru', 'Ваше имя', '<input type="text" name="name"><textarea name="text"></textarea>'],
    ],
    pictures: [
      img('/smilies/smile.gif', 20, 20, 'alt=":)"') + img('/smilies/lol.gif', 40, 20, 'alt=":lol:"'),
      img('/gravatar/aa11bb22cc33dd44ee55ff6677889900?s=64', 64, 64, 'alt=""'),
      img('/ads/728.gif', 300, 60, 'alt="Advertisement"'),
    ],
  },
  {
    name: 'payment',
    fields: [
      ['en', 'Name on card', '<input type="text" name="holder" autocomplete="cc-name">'],
      ['en', 'Card number', '<input type="text" name="number" maxlength="19">'],
      ['pt', 'Número do cartão', '<input type="text" name="cartao" maxlength="19">'],
    ],
    pictures: [
      img('/cards/all.png', 180, 30, 'alt="Cards we take"'),
      img('/paypal.svg', 100, 32, 'alt="PayPal"'),
      img('/klarna', 90, 36, ''),
    ],
  },
  {
    name: 'tools',
    fields: [
      ['en', 'Type a message', '<input type="text" name="message" placeholder="Write something">'],
      ['en', 'Filter', '<input type="text" name="filter" maxlength="10" autocomplete="off">'],
      ['en', 'From', '<input type="text" name="from" placeholder="2026-01-01" maxlength="10">'],
      ['en', 'Quantity', '<input type="number" name="qty" min="1" max="9">'],
      ['en', 'Your full name', '<input type="text" name="signed">'],
      ['en', 'Amount', '<input type="text" name="amount" maxlength="8">'],
    ],
    pictures: [
      '<canvas width="300" height="120" class="chart"></canvas>',
      '<svg class="sparkline" width="200" height="50" viewBox="0 0 200 50"><path d="M0 40L9 20"/><path d="M0 50h200"/></svg>',
      '<canvas id="signature" width="300" height="100"></canvas>',
    ],
  },
];
