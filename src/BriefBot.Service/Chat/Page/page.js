'use strict';
// The local chat page. Whatever comes from the server or an article becomes a text node, never markup.

const byId = id => document.getElementById(id);
const [log, input, send, welcome] = ['log', 'question', 'send', 'welcome'].map(byId);
let conversation = newId();
let pending = null; // the AbortController of the question being answered
let articlesShown = 0; // when they were, in milliseconds

function el(tag, className, ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children.filter(child => child !== null && child !== undefined && child !== ''));
  return node;
}

function button(label, className, onClick) {
  const node = el('button', className, label);
  node.type = 'button';
  node.addEventListener('click', onClick);
  return node;
}

function newId() {
  if (crypto.randomUUID) return crypto.randomUUID(); // missing where the page is not on loopback or https
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), b => b.toString(16).padStart(2, '0')).join('');
}

function own(text) {
  const node = el('p', text.length > 1000 ? 'own long' : 'own', text);
  if (text.length > 1000) node.tabIndex = 0; // it scrolls
  node.dir = 'auto';
  return node;
}

// ---- An answer's parts, each as what it is: text, list, steps, table, code. What answers is bold, each number leads to its source. All else is literal.

function rich(answer, sources) {
  const out = document.createDocumentFragment();
  const sentences = answer.sentences ?? [];
  let doubted = null;
  for (const part of answer.parts ?? []) {
    const { isSure } = sentences[part.lines[0].sentence];
    if (!isSure && doubted !== part.question) {
      out.append(el('p', 'small', answer.doubt ?? 'I am not sure that this answers it:'));
      doubted = part.question;
    }
    if (part.section) out.append(el('p', 'small', part.section));
    out.append(...drawn(part, sentences, sources));
    if (part.itemsLeft) out.append(el('p', 'small', `… and ${part.itemsLeft} more. Say “more” to see them.`));
  }
  return out;
}

function drawn(part, sentences, sources) {
  const nodes = [];
  let text = null;
  let lists = [];
  let table = null;
  for (const { sentence: place, role, depth, number } of part.lines) {
    const sentence = sentences[place];
    if (depth === 0 && role !== 'item') lists = [];
    if (role === 'item') {
      [text, table] = [null, null];
      while (lists.length > Math.max(depth, 1)) lists.pop();
      while (lists.length < Math.max(depth, 1)) {
        const list = el(number ? 'ol' : 'ul');
        (lists.at(-1)?.lastElementChild ?? { append: node => nodes.push(node) }).append(list);
        lists.push(list);
      }
      const item = el('li', '', ...said(sentence, sources));
      if (number) item.value = number;
      lists.at(-1).append(item);
    } else if (role === 'header' || role === 'row') {
      [text, lists] = [null, []];
      if (!table) nodes.push(el('div', 'table', table = el('table')));
      const cells = sentence.text.split(' | ');
      const row = el('tr', '', ...cells.map(cell => el(role === 'header' ? 'th' : 'td', '', cell)));
      row.lastElementChild.append(...addresses(sentence), ' ', ...numbers(sentence, sources));
      table.append(row);
    } else if (role === 'code') {
      [text, table] = [null, null];
      (lists.at(-1)?.lastElementChild ?? { append: (...all) => nodes.push(...all) }).append(el('pre', '', sentence.text), ...numbers(sentence, sources));
    } else {
      table = null;
      if (lists.length) lists.at(-1).lastElementChild.append(el('br'), ...said(sentence, sources));
      else {
        if (!text) nodes.push(text = el('p'));
        text.append(...said(sentence, sources));
      }
    }
  }
  return nodes;
}

function said({ text, highlights, links, citations }, sources) {
  const out = [];
  let from = 0;
  for (const { start, length } of highlights ?? []) {
    out.push(text.slice(from, start), el('strong', '', text.slice(start, start + length)));
    from = start + length;
  }
  return [...out, text.slice(from), ...addresses({ links }), ' ', ...numbers({ citations }, sources), ' '];
}

// Where the links of a sentence lead, each shown whole.
function addresses({ links }) {
  const shown = (links ?? []).filter(url => /^https?:\/\//.test(url));
  return shown.flatMap((url, i) => {
    const link = el('a', 'address', url);
    link.href = url;
    link.rel = 'noopener noreferrer nofollow';
    return [i ? ', ' : ' (', link, ...(i === shown.length - 1 ? [')'] : [])];
  });
}

function numbers({ citations }, sources) {
  return (citations ?? []).map(number => sources.has(number) ? mark(`[${number}]`, sources.get(number)) : `[${number}]`);
}

function mark(label, source) {
  const node = button(label, 'mark', () => {
    document.querySelectorAll('.lit').forEach(lit => lit.classList.remove('lit'));
    source.classList.add('lit');
    const details = source.querySelector('details');
    if (details) details.open = true;
    source.focus({ preventScroll: true });
    source.scrollIntoView({ block: 'nearest' });
  });
  node.setAttribute('aria-label', `${label} show the source`);
  return node;
}

// ---- Sources and closest passages

function titled(item) {
  const name = item.title || item.path || 'Untitled';
  let url = null;
  try { url = new URL(item.url); } catch { /* no link, or a relative one: the title stays text */ }
  if (!url || !/^https?:$/.test(url.protocol)) return el('span', 'title', name);
  const link = el('a', 'title', name);
  link.href = url.href;
  link.rel = 'noopener noreferrer nofollow';
  link.target = '_blank';
  return link;
}

function place(item) {
  const { firstLine: first, lastLine: last, page, lastPage, paragraph } = item;
  const lines = !first ? '' : `:${first}${last && last !== first ? `–${last}` : ''}`;
  const pages = !page ? '' : lastPage && lastPage !== page ? `, pages ${page}–${lastPage}` : `, page ${page}`;
  return el('code', '', `${item.path ?? ''}${lines}${pages}${paragraph ? `, paragraph ${paragraph}` : ''}`);
}

function source(item, open) {
  const body = el('div', '', titled(item));
  const about = [item.section, item.author, item.date, item.stale ? 'may be out of date' : ''].filter(Boolean).join(' · ');
  if (about) body.append(el('p', 'small', about));
  body.append(el('p', 'small', place(item)));
  if (item.quote) {
    const quote = el('blockquote', '', item.quote);
    quote.dir = 'auto';
    const details = el('details', '', el('summary', '', 'Quote'), quote);
    details.open = open;
    body.append(details);
  }
  const row = el('li', '', el('span', 'number', item.number ? `${item.number}.` : '–'), body);
  row.tabIndex = -1;
  return row;
}

// ---- The outcomes

function grounded(answer) {
  const citations = answer.citations ?? [];
  const sources = new Map(citations.map(item => [item.number, source(item, answer.composer === 'model')]));
  const said = el('div', answer.outcome === 'perhaps' ? 'said unsure' : 'said', rich(answer, sources));
  said.dir = 'auto';
  const missing = answer.reason ? el('p', 'said', answer.reason) : null;
  const notes = (answer.notes ?? []).map(note => el('p', 'small', note));
  return [said, missing, ...notes, el('div', '', el('h3', '', 'Sources'), el('ol', 'sources', ...sources.values())), smallPrint(answer)];
}

function notFound(answer) {
  const closest = answer.closest ?? [];
  return [
    el('p', 'said', answer.reason || answer.text || 'The articles don’t answer this.'),
    answer.suggestion ? el('p', 'said', answer.suggestion) : null,
    closest.length ? el('div', '', el('h3', '', 'Closest in the folder'),
      el('ol', 'sources', ...closest.map(item => source(item, true)))) : null,
    smallPrint(answer),
  ];
}

function smallPrint(answer) {
  const ms = answer.elapsedMs;
  const how = { extractive: 'in the articles’ own words', model: 'written by a model, checked against the articles' };
  const link = el('a', '', answer.id);
  link.href = `?a=${encodeURIComponent(answer.id)}`;
  link.setAttribute('aria-label', `link to this answer, ${answer.id}`);
  const about = [
    answer.outcome !== 'not_found' ? how[answer.composer] : '',
    ms > 0 ? (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`) : '',
  ].filter(Boolean).map(part => `${part} · `).join('');
  return el('div', 'foot', el('p', 'small', about, link), votes(answer.id));
}

// ---- Votes

const reasons = { wrong: 'It is wrong', not_asked: 'Not what I asked', outdated: 'Out of date', missing: 'Something is missing' };

function votes(id) {
  const told = el('span', 'small');
  told.setAttribute('role', 'status');
  const send = async (vote, reason) => {
    const response = await call('api/feedback', {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ id, vote, reason }),
    }).catch(() => null);
    told.textContent = response?.ok ? (vote === 'down' && !reason ? 'Why?' : 'Thank you.')
      : response?.status === 404 ? 'Votes are not kept here.' : 'The vote could not be sent. Try again.';
    if (!response?.ok) return;
    up.setAttribute('aria-pressed', vote === 'up');
    down.setAttribute('aria-pressed', vote === 'down');
    why.hidden = vote === 'up' || Boolean(reason);
  };
  const voting = (label, vote) => {
    const node = button(label, 'vote', () => send(vote));
    node.setAttribute('aria-pressed', 'false');
    return node;
  };
  const up = voting('Yes', 'up');
  const down = voting('No', 'down');
  const why = el('div', 'actions', ...Object.entries(reasons).map(([reason, label]) => button(label, 'quiet', () => send('down', reason))));
  why.hidden = true;
  const group = el('div', 'votes', el('span', 'small', 'Did this help?'), up, down, told, why);
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', 'Did this help?');
  return group;
}

// ---- An answer by its link, ?a=ID: as it was given, with what has changed since

async function showRecorded(id) {
  const response = await call(`api/answers/${encodeURIComponent(id)}`, {}).catch(() => null);
  const recorded = response?.ok ? await response.json() : null;
  if (response?.status === 401) return;
  welcome.hidden = true;
  const reply = el('div', 'reply');
  if (!recorded?.answer) {
    reply.append(el('p', 'said', 'This answer is not recorded: it is too old, or the link is wrong.'));
    log.append(el('section', 'turn', reply));
    return;
  }
  const gone = recorded.files.filter(file => file.hashNow !== file.hashThen).map(file => file.path).join(', ');
  const note = recorded.changedAt ? `A source has changed since, on ${when(recorded.changedAt)}. Ask again for what holds now.`
    : gone ? `Changed since: ${gone}` : '';
  reply.append(...outcome(recorded.answer, reply, recorded.question).filter(Boolean),
    el('p', 'small', `Answered on ${new Date(recorded.at).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })}.`),
    ...(note ? [el('p', 'small', note)] : []),
    el('div', 'actions', button('Ask again', 'quiet', () => ask(recorded.question))));
  log.append(el('section', 'turn', el('h2', 'hidden', 'Question'), own(recorded.question), reply));
}

// ---- The key, where the service asks for one

const keyName = 'briefbot-key';

function call(path, request) {
  const key = localStorage.getItem(keyName);
  return fetch(path, { ...request, headers: { Accept: 'application/json', ...request.headers, ...(key ? { Authorization: `Bearer ${key}` } : {}) } })
    .then(response => {
      if (response.status === 401) askForKey();
      else if (response.ok) byId('key-form').hidden = true;
      return response;
    });
}

function askForKey() {
  if (localStorage.getItem(keyName)) byId('key-told').textContent = 'That was not the key.';
  localStorage.removeItem(keyName);
  byId('key-form').hidden = false;
  byId('key').focus();
}

byId('key-form').addEventListener('submit', event => {
  event.preventDefault();
  localStorage.setItem(keyName, byId('key').value.trim());
  byId('key').value = '';
  start();
});

// ---- Asking

// Each answer goes to `take` as it comes: the one in the articles' words at once, a model's in its place; `done` says that it is the last.
async function post(question, signal, take) {
  let response;
  try {
    response = await call('api/ask', {
      method: 'POST', signal, headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream, application/json' },
      body: JSON.stringify({ question, conversation }),
    });
  } catch (error) {
    if (signal.aborted) throw error;
    throw { line: 'BriefBot can’t be reached.', hint: 'Check that it is still running, then try again.' };
  }
  if (response.ok && response.headers.get('Content-Type')?.startsWith('text/event-stream')) return events(response, signal, take);
  const body = await response.json().catch(() => null);
  if (signal.aborted) throw signal.reason;
  if (response.ok && ['grounded', 'perhaps', 'not_found', 'unavailable', 'small_talk'].includes(body?.outcome)) return take(body, true);
  throw refusal(response, body);
}

async function events(response, signal, take) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  let last = null;
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      text += chunk.value;
      const blocks = text.split('\n\n');
      text = blocks.pop();
      for (const [name, data] of blocks.map(block => /^event: (\w+)\ndata: (.*)$/.exec(block)?.slice(1) ?? [])) {
        if (name === 'answer') take(last = JSON.parse(data), false);
      }
    }
  } catch (error) {
    if (signal.aborted) throw error; // else what is there stays
  }
  if (!last) throw { line: 'BriefBot can’t be reached.', hint: 'Check that it is still running, then try again.' };
  take({ ...last, lookingFurther: false }, true);
}

function refusal(response, problem) {
  const wait = Number(response.headers.get('Retry-After'));
  const [line, hint, edit] = {
    401: ['BriefBot asks for its key.', 'Enter it above, then try again.'],
    400: ['BriefBot can’t take this question as it stands.', 'Change it and ask again.', true],
    413: ['This question is too long.', 'Shorten it and ask again.', true],
    429: ['That was a little fast.', wait > 0 ? `Wait ${wait} s, then try again.` : 'Wait a moment, then try again.'],
    503: ['BriefBot isn’t ready or is busy.', 'Wait a moment, then try again.'],
  }[response.status] ?? ['Something went wrong in BriefBot.', 'Try again. If it happens again, its log says more.'];
  const told = [problem?.detail || problem?.title, response.ok ? '' : `(${response.status})`].filter(Boolean).join(' ');
  return { line, hint, told, edit };
}

function failed(reply, question, { line, hint, told, edit }) {
  reply.classList.add('bad');
  const change = button('Edit the question', 'quiet', () => { input.value = question; grow(); input.focus(); });
  const again = button('Try again', 'quiet', () => answer(reply, question));
  return [el('p', 'said', el('strong', '', line), hint ? ` ${hint}` : ''), told ? el('p', 'said small', told) : null,
    el('div', 'actions', edit ? change : again)]; // what was refused as it stands would be refused again
}

async function answer(reply, question) {
  if (pending) return;
  const mine = pending = new AbortController();
  send.setAttribute('aria-disabled', 'true');
  reply.classList.remove('bad');
  const status = el('span', '', 'Looking through the articles…');
  const slow = setTimeout(() => { status.textContent = 'Still working on it…'; }, 8000);
  reply.replaceChildren(el('div', 'waiting', status, button('Cancel', 'quiet', () => mine.abort())));
  if (document.activeElement !== input) reply.focus({ preventScroll: true });
  reply.parentNode.scrollIntoView({ block: 'start' });
  let id = null;
  let written = '';
  const show = (shown, key) => {
    if (key && key === written) return; // the same again: what is being read stays as it is
    written = key;
    const focused = reply.contains(document.activeElement);
    reply.replaceChildren(...shown.filter(Boolean));
    if (focused && reply.isConnected) reply.focus({ preventScroll: true });
  };
  try {
    await post(question, mine.signal, (body, isLast) => {
      clearTimeout(slow);
      if (!isLast && body.lookingFurther) {
        status.textContent = 'That is not plain from the articles. Looking further…';
        return;
      }
      const key = JSON.stringify([body.id, body.composer, body.outcome]);
      show(outcome(body, reply, question), key);
      if (!id && reply.isConnected) reply.parentNode.scrollIntoView({ block: 'start' });
      id = body.id;
      if (isLast) return;
      release(mine); // the next question need not wait for a model
    });
  } catch (error) {
    show(failed(reply, question, mine.signal.aborted ? { line: 'Cancelled.' }
      : error.line ? error : { line: 'The answer could not be shown.', told: String(error) }));
    if (reply.isConnected) reply.parentNode.scrollIntoView({ block: 'start' });
  }
  clearTimeout(slow);
  release(mine);
  if (reply.isConnected && Date.now() - articlesShown > 30_000) showArticles(); // else a new conversation has begun
}

function release(mine) {
  if (pending !== mine) return;
  pending = null;
  send.removeAttribute('aria-disabled');
}

function outcome(body, reply, question) {
  return body.outcome === 'grounded' || body.outcome === 'perhaps' ? grounded(body)
    : body.outcome === 'not_found' ? notFound(body)
    : body.outcome === 'small_talk' ? [el('p', 'said', body.text)]
    : failed(reply, question, { line: 'BriefBot can’t answer just now.', hint: body.reason || body.text });
}

function ask(text) {
  const question = text.trim();
  if (!question || pending) return false;
  const reply = el('div', 'reply');
  reply.tabIndex = -1;
  welcome.hidden = true;
  log.append(el('section', 'turn', el('h2', 'hidden', 'Question'), own(question), reply));
  answer(reply, question);
  return true;
}

// ---- The articles line in the header

const moment = time => new Date(time).getTime();
const when = time => new Date(time).toLocaleString([], {
  ...(new Date(time).toDateString() === new Date().toDateString() ? {} : { dateStyle: 'medium' }), timeStyle: 'short',
});

async function showArticles() {
  const line = byId('articles-line');
  try {
    const response = await call('api/documents', {});
    if (!response.ok) throw new Error(String(response.status));
    const all = await response.json();
    const usable = all.filter(item => item.state === 'indexed' || item.state === 'stale').length;
    // What is not read, such as a picture, is no trouble: it stands last.
    const troubled = all.filter(item => item.state !== 'skipped' && (item.problem || item.state === 'failed')).length;
    const updated = all.reduce((last, item) => (item.readAt && (!last || moment(item.readAt) > moment(last)) ? item.readAt : last), null);
    line.textContent = `Answers from ${usable} ${usable === 1 ? 'article' : 'articles'}`
      + (updated ? `, updated ${when(updated)}` : '')
      + (troubled ? `, ${troubled} with a problem` : '');
    articlesShown = usable > 0 ? Date.now() : 0;
    // An example is shown where its article is in the folder.
    const paths = new Set(all.map(item => item.path));
    const examples = [...document.querySelectorAll('.chip[data-article]')];
    examples.forEach(chip => { chip.parentNode.hidden = !paths.has(chip.dataset.article); });
    byId('empty').hidden = usable > 0;
    if (usable > 0 && examples.every(chip => chip.parentNode.hidden)) await suggest();
    const first = item => (item.state === 'skipped' ? 2 : item.problem || item.state === 'failed' ? 0 : 1);
    all.sort((a, b) => first(a) - first(b) || (a.title || a.path).localeCompare(b.title || b.path));
    const rows = all.slice(0, 500).map(item => el('li', '', el('b', '', item.title || item.path),
      el('div', '', [item.date, item.path, item.readAt && `read ${when(item.readAt)}`, item.state === 'indexed' ? '' : item.state].filter(Boolean).join(' · ')),
      item.summary ? el('div', '', item.summary) : null,
      item.problem ? el('div', item.state === 'skipped' ? '' : 'problem', item.problem) : null));
    if (all.length > 500) rows.push(el('li', '', `and ${all.length - 500} more`));
    byId('articles-list').replaceChildren(...(rows.length ? rows : [el('li', '', 'No articles yet.')]));
  } catch {
    articlesShown = 0;
    line.textContent = 'The list of articles can’t be read just now';
  }
}

// Starters from the folder's own titles and headings, where none of the examples fits.
async function suggest() {
  const response = await call('api/suggestions?count=5', {});
  if (!response.ok) return;
  byId('suggestions').replaceChildren(...(await response.json()).map(text => el('li', '', button(text, 'chip', () => ask(text)))));
}

// ---- Wiring

function grow() {
  input.style.height = 'auto';
  input.style.height = `${input.scrollHeight + 2}px`;
}

function submit(event) {
  event.preventDefault();
  if (ask(input.value)) input.value = '';
  grow();
}

byId('composer').addEventListener('submit', submit);
input.addEventListener('input', grow);
input.addEventListener('keydown', event => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229) submit(event);
});
document.querySelectorAll('.chip').forEach(chip => chip.addEventListener('click', () => ask(chip.textContent)));
document.addEventListener('visibilitychange', () => { if (!document.hidden) showArticles(); });
byId('articles').addEventListener('toggle', event => { if (event.target.open) showArticles(); });
byId('fresh').addEventListener('click', () => {
  pending?.abort();
  pending = null;
  send.removeAttribute('aria-disabled');
  conversation = newId();
  log.replaceChildren();
  history.replaceState(null, '', location.pathname);
  welcome.hidden = false;
  input.focus();
});
function start() {
  showArticles();
  const id = new URLSearchParams(location.search).get('a');
  if (id && !log.childElementCount) showRecorded(id);
}

start();
if (matchMedia('(pointer: fine)').matches) input.focus();
