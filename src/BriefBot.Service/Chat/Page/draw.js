// Draws the text of an answer or an article: paragraphs, lists, steps, tables, code.
import { button, copyButton, el, fill, link } from './dom.js';
import texts from './texts.js';

// Returns the nodes of lines, each { sentence, role, depth, number }.
// `open` receives the number of a citation that is pressed and the button. With `breaks` each text is a paragraph of its own, as in an article.
export function drawLines(lines, sentences, open, breaks = false) {
  const nodes = [];
  let text = null;
  let lists = [];
  let table = null;
  const top = { append: (...all) => nodes.push(...all) };
  for (const { sentence: place, role, depth, number } of lines) {
    const sentence = sentences[place];
    if (depth === 0 && role !== 'item') lists = [];
    if (role === 'item') {
      [text, table] = [null, null];
      while (lists.length > Math.max(depth, 1)) lists.pop();
      if (lists.length === Math.max(depth, 1) && (lists.at(-1).tagName === 'OL') !== Boolean(number)) lists.pop(); // bullets after steps
      while (lists.length < Math.max(depth, 1)) {
        const list = el(number ? 'ol' : 'ul');
        (lists.at(-1)?.lastElementChild ?? top).append(list);
        lists.push(list);
      }
      const item = el('li', '', ...said(sentence, open));
      if (number) item.value = number;
      lists.at(-1).append(item);
    } else if (role === 'header' || role === 'row') {
      [text, lists] = [null, []];
      if (!table) nodes.push(el('div', 'table', table = el('table')));
      const row = el('tr', sentence.marked ? 'marked' : '', ...sentence.text.split(' | ').map(cell => el(role === 'header' ? 'th' : 'td', '', cell)));
      row.lastElementChild.append(...addresses(sentence), ' ', ...numbers(sentence, open));
      table.append(row);
    } else if (role === 'code') {
      [text, table] = [null, null];
      const code = el('pre', sentence.marked ? 'marked' : '', sentence.text);
      code.tabIndex = 0; // it scrolls
      (lists.at(-1)?.lastElementChild ?? top).append(
        el('div', 'code', code, copyButton(texts.copy, 'quiet copy', () => sentence.text)), ...numbers(sentence, open));
    } else {
      table = null;
      if (lists.length) lists.at(-1).lastElementChild.append(el('br'), ...said(sentence, open));
      else {
        if (!text || breaks) nodes.push(text = el('p'));
        text.append(...said(sentence, open));
      }
    }
  }
  // Each by its own first letters: an article may be written from right to left.
  nodes.filter(node => node instanceof Element).forEach(node => { node.dir = 'auto'; });
  return nodes;
}

// What answers is bold, as is the bot's yes or no; in an article the quote is marked.
function said({ text, lead, highlights, links, citations, marked }, open) {
  const out = lead ? [el('strong', '', lead), ' '] : [];
  let from = 0;
  for (const { start, length } of highlights ?? []) {
    out.push(text.slice(from, start), el(marked ? 'mark' : 'strong', '', text.slice(start, start + length)));
    from = start + length;
  }
  return [...out, text.slice(from), ...addresses({ links }), ' ', ...numbers({ citations }, open), ' '];
}

// Where the links of a sentence lead, each shown whole.
function addresses({ links }) {
  const shown = (links ?? []).filter(url => /^https?:\/\//.test(url));
  return shown.flatMap((url, i) => [i ? ', ' : ' (', link(url, url, 'address'), ...(i === shown.length - 1 ? [')'] : [])]);
}

function numbers({ citations }, open) {
  return (citations ?? []).map(number => mark(number, open));
}

// The number of a citation as a button.
export function mark(number, open) {
  const node = button(`[${number}]`, 'mark', () => open(number, node));
  node.setAttribute('aria-label', fill(texts.source, number));
  return node;
}
