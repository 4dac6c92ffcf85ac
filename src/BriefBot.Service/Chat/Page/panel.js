// The side panel that shows a source in its article: a sheet on a phone.
import { articleUrl, button, byId, call, el, fill, focusAgain, link, when } from './dom.js';
import { drawLines } from './draw.js';
import texts from './texts.js';

const [panel, title, body] = ['panel', 'panel-title', 'panel-body'].map(byId);
let opener = null;
let reply = null; // the reply that it stands in; it may be drawn again meanwhile
let request = null;

// Shows a citation, or a closest passage, with the text around it.
export async function openSource(item, from) {
  [opener, reply] = [from, from?.closest('.reply')];
  document.querySelectorAll('.lit').forEach(lit => lit.classList.remove('lit'));
  from?.closest('li.source')?.classList.add('lit');
  title.replaceChildren(item.title || item.path);
  body.replaceChildren(el('p', 'small', texts.loading));
  panel.hidden = false;
  document.body.classList.add('with-panel');
  panel.focus({ preventScroll: true });
  request?.abort();
  const mine = request = new AbortController();
  let [response, article] = [null, null];
  try {
    response = await call(articleUrl(item.path, `at=${item.firstLine ?? item.page ?? item.paragraph ?? 0}`), { signal: mine.signal });
    article = response.ok ? await response.json() : null;
  } catch { /* told below, unless the panel was closed meanwhile */ }
  if (mine.signal.aborted) return;
  if (article) show(item, article, false);
  else body.replaceChildren(quoteAlone(item, response?.status === 404 ? texts.articleGone : texts.articleNotLoaded));
}

export function closePanel() {
  if (panel.hidden) return false;
  request?.abort();
  panel.hidden = true;
  document.body.classList.remove('with-panel');
  document.querySelectorAll('.lit').forEach(lit => lit.classList.remove('lit'));
  if (opener?.isConnected) opener.focus({ preventScroll: true });
  else if (reply?.isConnected) focusAgain(opener, reply);
  return true;
}

// The page of an article in the same panel, from the list of files.
export async function openArticle(path, from) {
  await openSource({ path, title: path }, from);
}

function show(item, article, whole) {
  title.replaceChildren(link(article.title, item.url ?? article.url, 'title'));
  const found = find(item, article);
  const named = !found && item.isBeginning ? article.sections.filter(section => section.headings.join(' › ') === item.section) : [];
  const sections = !whole && found ? [article.sections[found.section]] : !whole && named.length ? named : article.sections;
  const about = [item.author ?? article.author, item.date ?? article.date, item.stale ? texts.stale : ''].filter(Boolean).join(' · ');
  const nodes = [el('p', 'small', el('code', '', `${article.path}${placeOf(item)}`), about ? ` · ${about}` : '')];
  if (item.quote && !found && !item.isBeginning) nodes.push(quoteAlone(item, article.sections.length < article.passages ? texts.quoteElsewhere : texts.quoteGone));
  let before = null;
  for (const section of sections) {
    const trail = section.headings.join(' › ');
    if (trail && trail !== before) nodes.push(el('h3', '', trail));
    before = trail;
    const blocks = section.blocks.map((block, i) => found && article.sections[found.section] === section && found.block === i
      ? { text: block.text, highlights: [{ start: found.start, length: item.quote.length }], marked: true } : { text: block.text });
    const lines = section.blocks.map(({ role, depth, number }, i) => ({ sentence: i, role, depth, number }));
    const text = el('div', 'said', ...drawLines(lines, blocks, () => {}, true));
    nodes.push(text);
  }
  if (whole && article.sections.length < article.passages) nodes.push(el('p', 'small', texts.longArticle));
  if (!whole && sections.length < article.sections.length) nodes.push(button(texts.wholeArticle, 'quiet', () => show(item, article, true)));
  nodes.push(el('p', 'small', article.readAt ? fill(texts.readAt, when(article.readAt)) : ''));
  body.replaceChildren(...nodes);
  (body.querySelector('mark, .marked') ?? title).scrollIntoView({ block: 'center' });
}

export function placeOf({ firstLine: first, lastLine: last, page, lastPage, paragraph }) {
  const lines = !first ? '' : `:${first}${last && last !== first ? `–${last}` : ''}`;
  const pages = !page ? '' : lastPage && lastPage !== page ? `, pages ${page}–${lastPage}` : `, page ${page}`;
  return `${lines}${pages}${paragraph ? `, paragraph ${paragraph}` : ''}`;
}

// The block with the quote; of several the one at its line.
function find(item, article) {
  if (!item.quote) return null;
  const at = item.firstLine ?? item.page;
  const all = article.sections.flatMap((section, i) => section.blocks.map((block, j) => ({ section: i, block: j, start: block.text.indexOf(item.quote), of: block })))
    .filter(one => one.start >= 0);
  return all.find(({ of }) => at && of.first <= at && at <= of.last) ?? all[0] ?? null;
}

function quoteAlone(item, told) {
  const quote = el('blockquote', '', item.quote ?? '');
  quote.dir = 'auto';
  return el('div', 'notice', el('p', 'small', told), item.quote ? quote : null);
}

byId('panel-close').addEventListener('click', closePanel);
