// The chat page: asks, shows answers with their sources, and keeps conversations.
import { articleUrl, button, byId, call, copyButton, count, el, fill, focusAgain, key, when } from './dom.js';
import { drawLines, mark } from './draw.js';
import { closePanel, openSource, placeOf } from './panel.js';
import { newId, talks } from './talks.js';
import texts from './texts.js';

const [log, input, send, welcome] = ['log', 'question', 'send', 'welcome'].map(byId);
let talk = talks.current();
let pending = null; // the AbortController of the question being answered
let next = null; // asks what waits for that
let refusedForKey = null; // the question to ask again when the key is there
let lastAsked = '';
let articlesShown = 0; // when they were, in milliseconds

function own(text) {
  const node = el('p', text.length > 1000 ? 'own long' : 'own', text);
  if (text.length > 1000) node.tabIndex = 0; // it scrolls
  node.dir = 'auto';
  const edit = button(texts.edit, 'edit', () => write(text));
  edit.setAttribute('aria-label', texts.editQuestion);
  return el('div', 'asked', node, edit);
}

// As typed, so that the browser's undo brings a draft back.
function write(text) {
  input.focus();
  input.select();
  document.execCommand('insertText', false, text);
  grow();
}

// ---- An answer: its text, its sources, what one can do with it

function rich(answer, open) {
  const out = document.createDocumentFragment();
  const sentences = answer.sentences ?? [];
  const parts = answer.parts ?? [];
  const isMany = parts.some(part => part.question > 0);
  let doubted = null;
  let question = null;
  let section = '';
  for (const part of parts) {
    const { isSure } = sentences[part.lines[0].sentence];
    if (isMany && part.question !== question) out.append(el('h3', '', fill(texts.questionNumber, part.question + 1)));
    question = part.question;
    if (!isSure && doubted !== part.question) {
      out.append(el('p', 'doubt', answer.doubt ?? texts.doubt));
      doubted = part.question;
    }
    if (part.section && part.section !== section) out.append(el('p', 'small', part.section));
    section = part.section;
    out.append(...drawLines(part.lines, sentences, open));
    if (part.itemsLeft) out.append(el('p', 'small', fill(texts.itemsLeft, part.itemsLeft)));
  }
  return out;
}

// One row for each article and section, with the numbers of its quotes; the file and the quotes are behind "Details".
function sources(citations, open, isOpen) {
  const rows = new Map();
  for (const item of citations) {
    const name = `${item.path}\n${item.section ?? ''}`;
    rows.set(name, [...(rows.get(name) ?? []), item]);
  }
  return el('ul', 'sources', ...[...rows].map(([name, items]) => {
    const [first] = items;
    const about = [first.section, first.date, first.stale ? texts.stale : ''].filter(Boolean).join(' · ');
    const title = button(first.title || first.path, 'title', () => openSource(first, title));
    const details = el('details', '', el('summary', '', texts.details), ...items.map(item => {
      const quote = el('blockquote', '', item.quote ?? '');
      quote.dir = 'auto';
      return el('div', '', el('p', 'small', item.number ? `[${item.number}] ` : '', el('code', '', `${item.path}${placeOf(item)}`), item.author ? ` · ${item.author}` : ''), item.quote ? quote : null);
    }));
    details.open = isOpen;
    details.dataset.of = name;
    return el('li', 'source', el('div', 'row', el('span', '', ...items.filter(item => item.number).map(item => mark(item.number, open))),
      el('div', 'named', title, about ? el('span', 'small', about) : null)), details);
  }));
}

function grounded(answer, question, isLast = true) {
  const citations = answer.citations ?? [];
  const open = (number, from) => {
    const item = citations.find(one => one.number === number);
    if (item) openSource(item, from);
  };
  const said = el('div', answer.outcome === 'perhaps' ? 'said unsure' : 'said', rich(answer, open));
  return [said, answer.reason ? el('p', 'said', answer.reason) : null, ...(answer.notes ?? []).map(note => el('p', 'small', note)),
    el('div', '', el('h3', '', texts.sources), sources(citations, open, answer.composer === 'model')), foot(answer, question), isLast ? followUps(answer) : null];
}

function notFound(answer, question) {
  const closest = answer.closest ?? [];
  return [
    el('p', 'said', answer.reason || answer.text || texts.noAnswer),
    answer.suggestion ? el('p', 'said', answer.suggestion) : null,
    closest.length ? el('div', '', el('h3', '', texts.closest), sources(closest, () => {}, true)) : null,
    foot(answer, question),
  ];
}

function madeBy(answer) {
  const ms = answer.unfinished ? 0 : answer.elapsedMs;
  const how = { extractive: texts.extractive, model: texts.model };
  return [
    answer.outcome !== 'not_found' ? how[answer.composer] : '',
    ms > 0 ? (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`) : '',
  ].filter(Boolean).join(' · ');
}

function foot(answer, question) {
  const address = new URL(`?a=${encodeURIComponent(answer.id)}`, location.href.split(/[?#]/)[0]).href;
  return el('div', 'foot', el('p', 'small', madeBy(answer)),
    el('div', 'tools', copyButton(texts.copy, 'quiet', () => withSources(answer, question)), copyButton(texts.copyLink, 'quiet', () => address), votes(answer.id)));
}

// The answer with its sources, to be pasted elsewhere.
function withSources(answer) {
  const lines = (answer.citations ?? []).map(item => `[${item.number}] ${[item.title || item.path, item.section].filter(Boolean).join(' › ')}${item.url ? `, ${item.url}` : ` (${item.path}${placeOf(item)})`}`);
  return [answer.text, ...(lines.length ? ['', ...lines] : [])].join('\n');
}

// "More" where a list goes on, and the headings beside the answer, below the last answer alone.
function followUps(answer) {
  const row = el('ul', 'chips follow');
  const add = (label, question) => row.append(el('li', '', button(label, 'chip', () => ask(question))));
  if ((answer.parts ?? []).some(part => part.itemsLeft)) add(texts.showMore, 'more');
  const [first] = answer.citations ?? [];
  if (first) beside(first).then(headings => headings.forEach(heading => add(heading, heading)), () => {});
  return row;
}

async function beside({ path, section }) {
  const response = await call(articleUrl(path, 'outline=true'));
  if (!response.ok) return [];
  const trails = [...new Set((await response.json()).sections.map(one => one.headings.join(' › ')))];
  const at = trails.indexOf(section);
  const near = trails.map((trail, i) => ({ trail, far: Math.abs(i - at) })).filter(({ trail, far }) => trail && far > 0 && at >= 0 && !section.startsWith(trail));
  return near.sort((a, b) => a.far - b.far).slice(0, 3).map(({ trail }) => trail.split(' › ').at(-1)).filter(heading => heading.length <= 60);
}

// ---- Votes

const reasons = { wrong: texts.wrong, not_asked: texts.notAsked, outdated: texts.outdated, missing: texts.missing };

// One for each answer: a vote, and what is being typed, stay when the answer is drawn again.
const drawnVotes = new Map();

function votes(id) {
  if (!drawnVotes.has(id)) drawnVotes.set(id, newVotes(id));
  return drawnVotes.get(id);
}

function newVotes(id) {
  const told = el('span', 'small');
  told.setAttribute('role', 'status');
  const sendVote = async (vote, more = {}) => {
    const response = await call('api/feedback', {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ id, vote, ...more }),
    }).catch(() => null);
    const isAsking = vote === 'down' && !more.reason && !more.comment;
    told.textContent = response?.ok ? (isAsking ? texts.whatIsWrong : texts.thanks)
      : response?.status === 404 ? texts.votesNotKept : texts.voteFailed;
    if (!response?.ok) return;
    up.setAttribute('aria-pressed', vote === 'up');
    down.setAttribute('aria-pressed', vote === 'down');
    why.hidden = !isAsking;
  };
  const voting = (label, name, vote) => {
    const node = button(label, 'vote', () => sendVote(vote));
    node.setAttribute('aria-pressed', 'false');
    node.setAttribute('aria-label', name);
    return node;
  };
  const up = voting(texts.yes, texts.yesHelped, 'up');
  const down = voting(texts.no, texts.noHelped, 'down');
  const comment = el('input', 'comment');
  comment.maxLength = 500;
  comment.placeholder = texts.ownWords;
  comment.setAttribute('aria-label', texts.whatIsWrongInOwnWords);
  const words = el('form', 'row', comment, Object.assign(el('button', 'quiet', texts.send), { type: 'submit' }));
  words.addEventListener('submit', event => {
    event.preventDefault();
    if (comment.value.trim()) sendVote('down', { comment: comment.value });
  });
  const why = el('div', 'actions', ...Object.entries(reasons).map(([reason, label]) => button(label, 'quiet', () => sendVote('down', { reason }))), words);
  why.hidden = true;
  const group = el('div', 'votes', el('span', 'small', texts.didItHelp), up, down, told, why);
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', texts.didItHelp);
  return group;
}

// ---- An answer by its link, ?a=ID: as it was given, with what has changed since

async function showRecorded(id) {
  showTalk(talks.begin()); // a question asked from here belongs to no earlier conversation
  history.replaceState(null, '', `?a=${encodeURIComponent(id)}`);
  const mine = talk;
  const response = await get(`api/answers/${encodeURIComponent(id)}`).catch(() => null);
  const recorded = response?.ok ? await response.json().catch(() => null) : null;
  if (response?.status === 401 || talk !== mine || log.childElementCount) return;
  welcome.hidden = true;
  const reply = el('div', 'reply');
  if (!recorded?.answer) {
    reply.append(el('p', 'said', response?.status === 404 || response?.ok ? texts.notRecorded : texts.notReached));
    log.append(el('section', 'turn', reply));
    return;
  }
  const gone = recorded.files.filter(file => file.hashNow !== file.hashThen).map(file => file.path).join(', ');
  const note = recorded.changedAt ? fill(texts.changedOn, when(recorded.changedAt))
    : gone ? fill(texts.changedFiles, gone) : '';
  reply.append(...outcome(recorded.answer, reply, recorded.question).filter(Boolean),
    el('p', 'small', fill(texts.answeredOn, new Date(recorded.at).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' }))),
    ...(note ? [el('p', 'small', note)] : []),
    el('div', 'actions', button(texts.askAgain, 'quiet', () => ask(recorded.question))));
  log.append(turnOf(recorded.question, reply));
}

// ---- The key, where the service asks for one

const get = (path, request) => call(path, request).then(response => {
  if (response.status === 401) askForKey();
  else if (response.ok) byId('key-form').hidden = true;
  return response;
});

function askForKey() {
  const told = byId('key-told');
  told.classList.toggle('problem', Boolean(key.get()));
  if (key.get()) told.textContent = texts.wrongKey;
  key.forget();
  byId('key-form').hidden = false;
  byId('key').focus();
}

byId('key-form').addEventListener('submit', event => {
  event.preventDefault();
  key.set(byId('key').value.trim());
  byId('key').value = '';
  const again = refusedForKey;
  refusedForKey = null;
  if (again?.reply.isConnected) {
    input.focus();
    answer(again.reply, again.question);
    showArticles();
  } else {
    start();
    input.focus();
  }
});

// ---- Asking

// Each answer goes to `take` as it comes: the one in the articles' words at once, a model's in its place; `done` says that it is the last.
async function post(question, signal, take) {
  let response;
  try {
    response = await get('api/ask', {
      method: 'POST', signal, headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream, application/json' },
      body: JSON.stringify({ question, conversation: talk.id }),
    });
  } catch (error) {
    if (signal.aborted) throw error;
    throw { line: texts.notReached, hint: texts.checkIt };
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
  if (!last) throw { line: texts.notReached, hint: texts.checkIt };
  take({ ...last, lookingFurther: false, broken: last.unfinished }, true);
}

function refusal(response, problem) {
  const wait = Number(response.headers.get('Retry-After'));
  const told = problem?.detail || problem?.title;
  const [line, hint, edit] = {
    401: [texts.keyAsked, texts.enterKey],
    400: [texts.noQuestion, texts.rephrase, true],
    413: [texts.tooLong, texts.shorten, true],
    429: [texts.tooFast, wait > 0 ? fill(texts.wait, wait) : texts.waitMoment],
    503: [told || texts.busy, texts.tryInAMoment],
  }[response.status] ?? [texts.wentWrong, texts.tellOperator];
  return { line, hint, told: [401, 400, 503].includes(response.status) ? '' : told, edit, status: response.status };
}

function failed(reply, question, { line, hint, told, edit, calm }) {
  if (!calm) reply.classList.add('bad');
  const change = button(texts.changeQuestion, 'quiet', () => write(question));
  const again = button(calm ? texts.askAgain : texts.tryAgain, 'quiet', () => answer(reply, question));
  return [el('p', 'said', calm ? line : el('strong', '', line), hint ? ` ${hint}` : ''), told ? el('p', 'said small', told) : null,
    el('div', 'actions', edit ? change : again)]; // what was refused as it stands would be refused again
}

async function answer(reply, question) {
  if (pending) {
    // It is asked again as soon as the other answer is there.
    next = () => answer(reply, question);
    reply.replaceChildren(el('p', 'waiting', texts.asksNext));
    return;
  }
  const mine = pending = new AbortController();
  const within = talk;
  send.setAttribute('aria-disabled', 'true');
  reply.classList.remove('bad');
  const status = el('span', '', texts.looking);
  const slow = setTimeout(() => { status.textContent = texts.stillWorking; }, 8000);
  let last = null; // the last answer that came
  let quoted = null; // the answer in the articles' own words, where a model's is in its place
  let articles = null; // it, one click away; the same while the model's grows, so that it stays open
  let written = '';
  let working = null; // says that a model is at work, unless that ends at once
  const workingSoon = isBegun => setTimeout(() => {
    working = el('p', 'small waiting', el('span', '', isBegun ? texts.modelWrites : texts.modelWorks));
    reply.append(working);
  }, 400);
  let soon = null;
  const cancel = button(texts.cancel, 'quiet', () => mine.abort());
  reply.replaceChildren(el('div', 'waiting', status, cancel));
  if (document.activeElement !== input) reply.focus({ preventScroll: true });
  reply.parentNode.scrollIntoView({ block: 'start' });
  const show = (draw, name, isMore = false) => {
    if (name && name === written) return; // the same again: what is being read stays as it is
    written = name;
    const focused = reply.contains(document.activeElement) ? document.activeElement : null;
    const lit = reply.querySelector('.lit details')?.dataset.of;
    const isSeen = isInView(reply.parentNode);
    const below = reply.parentNode.nextElementSibling; // what is read there stays in its place
    const top = below && isInView(below) ? below.getBoundingClientRect().top : null;
    const wereOpen = new Map(isMore ? detailsOf(reply).map(one => [one.dataset.of, one.open]) : []);
    reply.replaceChildren(...draw().filter(Boolean)); // takes what stays, such as votes, along
    for (const one of detailsOf(reply)) one.open = wereOpen.get(one.dataset.of) ?? one.open;
    if (top !== null) scrollBy({ top: below.getBoundingClientRect().top - top, behavior: 'instant' });
    detailsOf(reply).find(one => one.dataset.of === lit)?.parentNode.classList.add('lit');
    if (focused && reply.isConnected) focusAgain(focused, reply);
    if (isSeen && !last && reply.isConnected) reply.parentNode.scrollIntoView({ block: 'start' });
    showLatest();
  };
  const at = Date.now();
  // Until a model's answer is complete, the articles' words are kept.
  const keep = () => {
    const body = last.unfinished && quoted ? quoted : last;
    talks.save(within, { reply: reply.dataset.id ??= newId(), at, question, body });
    const shown = !reply.isConnected && within.id === talk.id && log.querySelector(`[data-id="${CSS.escape(reply.dataset.id)}"]`);
    if (shown) shown.replaceChildren(...outcome(body, shown, question, isNewest(shown)).filter(Boolean)); // the conversation was left meanwhile
  };
  try {
    await post(question, mine.signal, (body, isLast) => {
      clearTimeout(slow);
      clearTimeout(soon);
      working?.remove();
      if (!isLast && body.lookingFurther) {
        [last, status.textContent] = [body, texts.askingModel];
        return;
      }
      if (body.broken && quoted) body = { ...quoted, broken: true };
      if (body.composer === 'model' && last?.composer === 'extractive' && last.outcome !== 'not_found') quoted = last;
      const isOfModel = body.composer === 'model';
      if (isOfModel && quoted) articles ??= before(quoted, question);
      show(() => [...outcome(body, reply, question, isNewest(reply)), isOfModel && articles],
        JSON.stringify([body.id, body.composer, body.outcome, body.sentences?.length, body.broken]), isOfModel && last?.composer === 'model');
      reply.querySelector('.foot > p')?.replaceChildren(madeBy(body));
      last = body;
      if (body.outcome !== 'unavailable') keep();
      if (!isLast) {
        soon = workingSoon(body.composer === 'model');
        release(mine); // the next question need not wait for a model
      }
    });
  } catch (error) {
    if (mine.signal.aborted && last) show(() => outcome({ ...last, lookingFurther: false }, reply, question), 'cancelled');
    else {
      show(() => failed(reply, question, mine.signal.aborted ? { line: texts.cancelled, calm: true }
        : error.line ? error : { line: texts.notShown, told: String(error) }), 'failed');
      if (error.status === 401) refusedForKey = { reply, question };
    }
  }
  clearTimeout(slow);
  clearTimeout(soon);
  working?.remove();
  release(mine);
  if (reply.isConnected && Date.now() - articlesShown > 30_000) showArticles(); // else a new conversation has begun
}

const detailsOf = reply => [...reply.querySelectorAll('details[data-of]')];

// What the articles say, one click away where a model has written the answer.
function before(quoted, question) {
  const details = el('details', 'before', el('summary', '', texts.articlesWords));
  details.addEventListener('toggle', () => {
    if (details.open && details.childElementCount === 1) details.append(...grounded(quoted, question).slice(0, 1));
  });
  return details;
}

function release(mine) {
  if (pending !== mine) return;
  pending = null;
  send.removeAttribute('aria-disabled');
  const ask = next;
  next = null;
  ask?.();
}

const isNewest = reply => reply.parentNode === log.lastElementChild;

// Draws an answer, and says so where a model did not finish it.
function outcome(body, reply, question, isLast = true) {
  const again = button(texts.askAgain, 'quiet', () => answer(reply, question));
  return [...whole(body, reply, question, isLast), body.broken ? el('p', 'small', `${texts.brokeOff} `, again) : null];
}

function whole(body, reply, question, isLast) {
  return body.outcome === 'grounded' || body.outcome === 'perhaps' ? grounded(body, question, isLast)
    : body.outcome === 'not_found' ? notFound(body, question)
    : body.outcome === 'small_talk' ? [el('p', 'said', body.text)]
    : failed(reply, question, { line: texts.cantAnswer, hint: body.reason || body.text });
}

function turnOf(question, reply) {
  return el('section', 'turn', el('h2', 'hidden', texts.question), own(question), reply);
}

function ask(text) {
  const question = text.trim();
  if (!question || pending) return false;
  lastAsked = question;
  history.replaceState(null, '', location.pathname);
  const reply = el('div', 'reply');
  reply.tabIndex = -1;
  welcome.hidden = true;
  byId('told').hidden = true;
  log.querySelectorAll('.follow').forEach(row => row.remove());
  log.append(turnOf(question, reply));
  answer(reply, question);
  return true;
}

// ---- Conversations

function showTalk(shown) {
  pending?.abort();
  pending = next = null;
  send.removeAttribute('aria-disabled');
  closePanel();
  byId('told').hidden = true;
  talk = shown;
  talks.open(talk);
  log.replaceChildren(...talk.turns.map(({ question, body, reply: id }, i) => {
    const reply = el('div', 'reply');
    reply.tabIndex = -1;
    reply.dataset.id = id;
    try {
      reply.append(...outcome({ ...body, lookingFurther: false, broken: body.broken || body.unfinished }, reply, question, i === talk.turns.length - 1).filter(Boolean));
    } catch {
      reply.append(el('p', 'said', texts.notShown)); // kept by another version
    }
    return turnOf(question, reply);
  }));
  lastAsked = talk.turns.at(-1)?.question ?? '';
  welcome.hidden = log.childElementCount > 0;
  history.replaceState(null, '', location.pathname);
  toLatest();
}

function listTalks() {
  const all = talks.all().filter(one => one.turns.length);
  byId('talks-list').replaceChildren(
    ...all.map(one => el('li', '', button(one.turns[0].question.slice(0, 80), 'item', () => {
      byId('talks').open = false;
      showTalk(talks.find(one.id) ?? one);
      input.focus();
    }), el('span', 'small', `${when(one.at)} · ${count(texts.questionCount, one.turns.length)}`))),
    el('li', '', all.length ? button(texts.deleteAll, 'item', () => {
      talks.forgetAll();
      showTalk(talks.begin());
      showArticles();
      listTalks();
    }) : el('span', 'small', texts.noTalks)));
}

byId('talks').addEventListener('toggle', event => { if (event.target.open) listTalks(); });

byId('fresh').addEventListener('click', () => {
  const last = talk;
  showTalk(talks.begin());
  showArticles();
  input.focus();
  if (!last.turns.length) return;
  const told = byId('told');
  told.replaceChildren(texts.newConversation, button(texts.undo, 'quiet', () => {
    told.hidden = true;
    showTalk(last);
    input.focus();
  }));
  told.hidden = false;
});

// ---- The articles line in the header, and where to begin

async function showArticles() {
  const line = byId('articles-line');
  try {
    const response = await get('api/documents');
    if (!response.ok) throw new Error(String(response.status));
    const all = await response.json();
    const usable = all.filter(item => item.state === 'indexed' || item.state === 'stale').length;
    // What is not read, such as a picture, is no trouble.
    const troubled = all.filter(item => item.state !== 'skipped' && (item.problem || item.state === 'failed')).length;
    const read = all.reduce((last, item) => (item.readAt && (!last || new Date(item.readAt) > new Date(last)) ? item.readAt : last), null);
    line.textContent = [count(texts.articleCount, usable), read ? fill(texts.lastRead, when(read)) : '',
      troubled ? count(texts.filesNeedAttention, troubled) : ''].filter(Boolean).join(' · ');
    articlesShown = usable > 0 ? Date.now() : 0;
    byId('empty').hidden = usable > 0;
    if (usable > 0 && !welcome.hidden) await suggest();
  } catch {
    articlesShown = 0;
    line.textContent = byId('key-form').hidden ? texts.listNotLoaded : texts.articles;
  }
}

// The operator's starters, or the folder's own titles and headings.
async function suggest() {
  const response = await get('api/suggestions?start=true');
  if (!response.ok) return;
  byId('suggestions').replaceChildren(...(await response.json()).map(text => el('li', '', button(text, 'chip', () => ask(text)))));
}

// ---- Scrolling

function isInView(node) {
  const { top, bottom } = node.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

function showLatest() {
  byId('latest').hidden = !log.lastElementChild || isInView(log.lastElementChild);
}

addEventListener('scroll', showLatest, { passive: true });
byId('latest').addEventListener('click', toLatest);

// At once, and again when the turns on the way have been drawn: until then their heights are guessed.
function toLatest(again = 3) {
  log.lastElementChild?.scrollIntoView({ block: 'start', behavior: 'instant' });
  if (again !== 0) requestAnimationFrame(() => toLatest(typeof again === 'number' ? again - 1 : 3));
}

// ---- Wiring

function grow() {
  input.style.height = 'auto';
  input.style.height = `${input.scrollHeight + 2}px`;
  const left = input.dataset.longest - input.value.length;
  byId('length').textContent = left < 200 ? (left < 0 ? fill(texts.tooMany, -left) : fill(texts.charactersLeft, left)) : '';
}

function submit(event) {
  event.preventDefault();
  if (ask(input.value)) input.value = '';
  grow();
}

byId('composer').addEventListener('submit', submit);
input.addEventListener('input', grow);
input.addEventListener('keydown', event => {
  if (event.isComposing || event.keyCode === 229) return;
  if (event.key === 'Enter' && !event.shiftKey) submit(event);
  if (event.key === 'ArrowUp' && !input.value && lastAsked) {
    event.preventDefault();
    write(lastAsked);
  }
});
document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && !event.isComposing && !event.target.classList?.contains('comment')) {
    if (closePanel()) return;
    if (byId('talks').open) {
      byId('talks').open = false;
      byId('talks').querySelector('summary').focus();
    } else pending?.abort();
  }
  if (event.key === '/' && !event.ctrlKey && !event.metaKey && !/^(?:INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) {
    event.preventDefault();
    input.focus();
  }
});
document.addEventListener('click', event => { if (!byId('talks').contains(event.target)) byId('talks').open = false; });
document.addEventListener('visibilitychange', () => { if (!document.hidden) showArticles(); });

function start() {
  showArticles();
  const given = new URLSearchParams(location.search);
  const asked = given.get('q');
  if (given.get('a') && !asked) showRecorded(given.get('a'));
  else if (talk.turns.length) showTalk(talk);
  if (asked) ask(asked);
}

start();
if (matchMedia('(pointer: fine)').matches) input.focus({ preventScroll: true });
