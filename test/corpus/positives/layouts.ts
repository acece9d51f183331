import type { Captcha } from './libraries.ts';

type Layout = (captcha: Captcha, label: string) => string;

const labelFor = ({ id }: Captcha, text: string): string => text && `<label${id ? ` for="${id}"` : ''}>${text}</label>`;

const LOGIN = `<p><label for="user">User name</label> <input type="text" id="user" name="username" autocomplete="username"></p>
<p><label for="pw">Password</label> <input type="password" id="pw" name="password"></p>`;
const COMMENT = `<p><label>Name <input type="text" name="author"></label></p><p><label>E-mail <input type="email" name="email"></label></p>
<p><label>Web site <input type="url" name="url"></label></p><p><textarea name="comment" rows="6" cols="40"></textarea></p>`;
const SITE_HEAD = `<header><a href="/"><img src="/static/logo.png" alt="Example Ltd" width="180" height="60"></a>
<form action="/search" role="search"><input type="text" name="q" placeholder="Search"><button>Go</button></form></header>`;
const SITE_FOOT = `<aside><img src="/avatars/u1.jpg" alt="" width="48" height="48"> Anna <img src="/banners/spring.jpg" alt="Spring sale" width="300" height="100"></aside>
<footer><img src="/static/visa.svg" alt="Visa" width="60" height="38"><img src="/static/mastercard.svg" alt="Mastercard" width="60" height="38">
<form action="/newsletter"><input type="text" name="email" placeholder="Your e-mail"><button>Subscribe</button></form></footer>`;

/** The ways in which sites put a captcha's pieces together. */
export const LAYOUTS = {
  stacked: (c, label) =>
    `<form method="post"><div>${labelFor(c, label)}</div><div>${c.picture}${c.extras}</div>${c.hidden}<div>${c.field()}</div><button>Send</button></form>`,
  inline: (c, label) =>
    `<form method="post">${label} ${c.picture} ${c.hidden}${c.field()}${c.extras}<input type="submit"></form>`,
  tableRows: (c, label) =>
    `<form method="post"><table><tr><td>Nickname</td><td><input type="text" name="nick"></td></tr><tr><td></td><td>${c.picture}${c.extras}</td></tr><tr><td>${labelFor(c, label)}</td><td>${c.hidden}${c.field()}</td></tr><tr><td colspan="2"><input type="submit" value="OK"></td></tr></table></form>`,
  tableCells: (c, label) =>
    `<form method="post"><table><tbody><tr><th>Login</th><td colspan="2"><input type="text" name="login"></td></tr><tr><th>${label}</th><td>${c.field()}${c.hidden}</td><td>${c.picture}</td><td>${c.extras}</td></tr></tbody></table><input type="submit"></form>`,
  fieldFirst: (c, label) =>
    `<form method="post">${LOGIN}<p>${labelFor(c, label)} ${c.field()} ${c.picture} ${c.hidden}${c.extras}</p><button type="submit">Log in</button></form>`,
  labelAfter: (c, label) =>
    `<form method="post">${COMMENT}<p>${c.picture}${c.hidden}</p><p>${c.field()} ${labelFor(c, label)}</p>${c.extras}<input type="submit" name="submit" value="Post comment"></form>`,
  inputGroup: (c, label) =>
    `<form method="post" class="form-horizontal">${LOGIN}<div class="form-group row"><div class="col-sm-3 control-label">${labelFor(c, label)}</div><div class="col-sm-9"><div class="input-group">${c.field('data-x="1"')}<div class="input-group-append"><span class="input-group-text p-0">${c.picture}</span></div></div>${c.extras}</div></div>${c.hidden}<button class="btn btn-primary">Sign in</button></form>`,
  wrapped: (c, label) =>
    `<div id="root"><div class="css-1x2y"><div class="css-9ab"><form class="sc-fzp"><div class="sc-a"><div class="sc-b"><span>Phone</span><div class="sc-c"><input type="tel" name="phone" autocomplete="tel"></div></div></div><div class="sc-a"><div class="sc-b"><span class="sc-l">${label}</span><div class="sc-c"><div class="sc-d">${c.field()}</div></div></div><div class="sc-e"><div class="sc-f">${c.picture}</div>${c.extras}</div></div>${c.hidden}<div class="sc-a"><button type="button">Continue</button></div></form></div></div></div>`,
  noForm: (c, label) =>
    `<h1>Sign up</h1><div class="box"><div><input type="text" id="mail" placeholder="Your e-mail"></div><div class="line">${c.picture}${c.extras}</div><div class="line">${labelFor(c, label)} ${c.field()}${c.hidden}</div><button id="go">Go on</button></div>`,
  site: (c, label) =>
    `${SITE_HEAD}<main><h1>Contact</h1><form method="post" action="/contact">${COMMENT}<div class="field">${labelFor(c, label)}<div>${c.picture}</div>${c.extras}${c.hidden}${c.field()}</div><button>Send</button></form></main>${SITE_FOOT}`,
  fieldset: (c, label) =>
    `<form method="post">${LOGIN}<fieldset><legend>${label || 'One more thing'}</legend><p>This keeps programs from signing up.</p><dl><dt>${c.picture}<br>${c.extras}</dt><dd>${c.field()}${c.hidden}</dd></dl></fieldset><input type="submit"></form>`,
  placeholderOnly: (c, label) =>
    `<form method="post"><input type="text" name="username" placeholder="User name"><input type="password" name="pass" placeholder="Password"><div class="row">${c.field(`placeholder="${label}"`)}${c.hidden}<div>${c.picture}</div>${c.extras}</div><button>Log in</button></form>`,
  list: (c, label) =>
    `<form method="post"><ul><li><label>City</label><input type="text" name="city"></li><li>${c.picture}${c.extras}</li><li>${labelFor(c, label)}${c.field()}</li></ul>${c.hidden}<input type="image" src="/img/send-button.gif" alt="Send" width="80" height="24"></form>`,
} as const satisfies Record<string, Layout>;
