import frameScript from './frame-script.js?raw';
import { frameDocument, framePolicy } from './policy';

/** How code is loaded in a frame: from `blob:` addresses, or from `data:` ones where the browser loads no blob in an opaque origin. */
export type How = 'blob' | 'data';

const refused = [
  ...['camera', 'clipboard-read', 'clipboard-write', 'display-capture', 'fullscreen', 'geolocation', 'hid'],
  ...['idle-detection', 'local-fonts', 'microphone', 'midi', 'payment', 'screen-wake-lock', 'serial', 'usb'],
];

/**
 * A frame with an opaque origin: what runs in it has no access to the page, to what the site has stored, to other tabs or to the network.
 *
 * A `srcdoc` inherits the page's policy, which allows its script by a hash, and no `data:` addresses; a frame that needs those is a
 * document of its own, `place.html`. The frame is rendered, one transparent pixel in size, because Chromium gives the process of a
 * hidden frame a lower priority.
 */
export function makeFrame(how: How, base: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'position:fixed;left:0;bottom:0;width:1px;height:1px;border:0;opacity:0;pointer-events:none';
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  // Never `allow-same-origin`: that would give cells the origin of the page.
  frame.setAttribute('sandbox', 'allow-scripts');
  // Threads need the first.
  frame.allow = ['cross-origin-isolated', ...refused.map((feature) => `${feature} 'none'`)].join('; ');
  frame.referrerPolicy = 'no-referrer';
  if (how === 'data') frame.src = new URL('place.html', base).href;
  else frame.srcdoc = frameDocument(framePolicy("'unsafe-inline'", 'blob:'), frameScript);
  return frame;
}
