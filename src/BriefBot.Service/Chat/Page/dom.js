// Building the page. Whatever comes from the server or an article becomes a text node, never markup.

import texts from './texts.js';

export const byId = id => document.getElementById(id);

export function el(tag, className, ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children.filter(child => child !== null && child !== undefined && child !== ''));
  return node;
}

export function button(label, className, onClick) {
  const node = el('button', className, label);
  node.type = 'button';
  node.addEventListener('click', onClick);
  return node;
}

// A link to another site, or the text alone where the address is none of the web.
export function link(text, address, className) {
  let url = null;
  try { url = new URL(address); } catch { /* none, or a relative one */ }
  if (!url || !/^https?:$/.test(url.protocol)) return el('span', className, text);
  const node = el('a', className, text);
  node.href = url.href;
  node.rel = 'noopener noreferrer nofollow';
  node.target = '_blank';
  return node;
}

// A text with its values in the places {0}, {1}.
export const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, i) => values[i]);

// The form of a text for one, or for another number.
export const count = (text, number) => fill(text.split('|')[number === 1 ? 0 : 1], number.toLocaleString('en'));

export const when = time => new Date(time).toLocaleString([], {
  ...(new Date(time).toDateString() === new Date().toDateString() ? {} : { dateStyle: 'medium' }), timeStyle: 'short',
});

// navigator.clipboard is missing where the page is not on loopback or https.
export async function copy(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const focused = document.activeElement;
  const area = el('textarea', 'hidden', text);
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  focused?.focus({ preventScroll: true });
  if (!isCopied) throw new Error('The browser does not copy.');
}

// A button that copies what `text` returns and says so.
export function copyButton(label, className, text) {
  const node = button(label, className, async () => {
    await copy(text()).then(() => { node.textContent = texts.copied; }, () => { node.textContent = texts.cantCopy; });
    setTimeout(() => { node.textContent = label; }, 2000);
  });
  return node;
}

// What the browser keeps; where it keeps nothing, or has no room, the page goes on without.
export function storage(name) {
  const attempt = action => {
    try { return action(window[name]); } catch { return null; }
  };
  return {
    get: item => attempt(kept => kept.getItem(item)),
    set: (item, value) => attempt(kept => { kept.setItem(item, value); return true; }) === true,
    remove: item => attempt(kept => kept.removeItem(item)),
  };
}

const keyName = 'briefbot-key';
const local = storage('localStorage');
let keyNow = local.get(keyName);

export const key = {
  get: () => keyNow,
  set(value) {
    keyNow = value;
    local.set(keyName, value);
  },
  forget() {
    keyNow = null;
    local.remove(keyName);
  },
};

// Calls the service with the key, if there is one.
export function call(path, request = {}) {
  const known = key.get();
  return fetch(path, { ...request, headers: { Accept: 'application/json', ...request.headers, ...(known ? { Authorization: `Bearer ${known}` } : {}) } });
}

export const articleUrl = (path, query) => `api/articles/${path.split('/').map(encodeURIComponent).join('/')}${query ? `?${query}` : ''}`;

// Focuses what has the place of a node after its surroundings were drawn again, else the surroundings.
export function focusAgain(node, within) {
  const like = node.isConnected ? node
    : [...within.querySelectorAll(node.tagName)].find(one => one.className === node.className && one.textContent === node.textContent);
  (like ?? within).focus({ preventScroll: true });
}
