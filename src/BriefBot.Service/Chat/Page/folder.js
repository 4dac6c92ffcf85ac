// The page of the folder, for editors: its files with their state, and what the bot finds for a question.
import { button, byId, call, el, count, fill, when } from './dom.js';
import { closePanel, openArticle, openSource } from './panel.js';
import { newId } from './talks.js';
import texts from './texts.js';

const [told, files, search, troubled] = ['told', 'files', 'search', 'troubled'].map(byId);
let all = [];
let shown = '';
let tries = 0;
const closed = new Set(); // the folders that somebody has closed

const isTrouble = file => file.state !== 'skipped' && Boolean(file.problem || file.state === 'failed');
const folderOf = path => path.split('/').slice(0, -1).join('/');

function row(file) {
  const title = file.passages > 0 ? button(file.title || file.path, 'title', () => openArticle(file.path, title)) : el('span', 'title', file.title || file.path);
  const about = [file.date, count(texts.passageCount, file.passages), file.readAt && fill(texts.fileRead, when(file.readAt)),
    { stale: texts.lastVersion, failed: texts.notRead, skipped: texts.notAnArticle }[file.state]].filter(Boolean).join(' · ');
  return el('li', 'source', el('div', 'named', title, el('code', 'small', file.path)), el('p', 'small', about), file.summary ? el('p', 'small', file.summary) : null,
    file.problem ? el('p', file.state === 'skipped' ? 'small' : 'problem', file.problem) : null);
}

function draw() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = file => (!troubled.checked || isTrouble(file))
    && words.every(word => `${file.title} ${file.path} ${file.tags.join(' ')} ${file.problem ?? ''}`.toLowerCase().includes(word));
  const groups = new Map();
  for (const file of all.filter(fits)) groups.set(folderOf(file.path), [...(groups.get(folderOf(file.path)) ?? []), file]);
  files.replaceChildren(...[...groups].sort(([a], [b]) => a.localeCompare(b)).map(([folder, list]) => {
    const trouble = list.filter(isTrouble).length;
    const group = el('details', 'folder',
      el('summary', '', el('b', '', folder || texts.topFolder), ` ${count(texts.fileCount, list.length)}${trouble ? ` · ${count(texts.needAttention, trouble)}` : ''}`),
      el('ul', 'sources', ...list.sort((a, b) => isTrouble(b) - isTrouble(a) || (a.title || a.path).localeCompare(b.title || b.path)).map(row)));
    group.open = !closed.has(folder);
    group.addEventListener('toggle', () => closed[group.open ? 'delete' : 'add'](folder));
    return group;
  }));
  if (!groups.size) files.append(el('p', 'notice', all.length ? texts.nothingFits
    : texts.noArticles));
}

async function load() {
  const response = await call('api/documents').catch(() => null);
  if (!response?.ok) {
    told.textContent = response?.status === 401 ? texts.keyFirst : texts.listNotLoaded;
    return;
  }
  const text = await response.text().catch(() => null);
  if (text === null) return;
  const isSame = text === shown;
  if (!isSame) [shown, all] = [text, JSON.parse(text)];
  const trouble = all.filter(isTrouble).length;
  const usable = all.filter(file => file.passages > 0).length;
  told.textContent = `${count(texts.articleCount, usable)}${trouble ? ` · ${count(texts.filesNeedAttention, trouble)}` : ''}`;
  if (!isSame) draw();
}

async function tryQuestion(event) {
  event.preventDefault();
  const [result, mine] = [byId('result'), ++tries];
  result.replaceChildren(el('p', 'small', texts.looking));
  const response = await call('api/ask', {
    method: 'POST', headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ question: byId('tried').value, conversation: newId(), trial: true }),
  }).catch(() => null);
  const answer = response ? await response.json().catch(() => null) : null;
  if (mine !== tries) return; // another is tried meanwhile
  if (!response?.ok || !answer) {
    result.replaceChildren(el('p', 'problem', answer?.detail ?? texts.notReached));
    return;
  }
  const verdict = { grounded: texts.answered, perhaps: texts.answeredUnsurely, not_found: texts.notAnswered }[answer.outcome] ?? texts.noQuestionTried;
  const sure = answer.confidence > 0 ? fill(texts.confidence, Math.round(answer.confidence * 100)) : '';
  result.replaceChildren(el('p', '', el('b', '', verdict), sure), Object.assign(el('p', 'said', answer.text), { dir: 'auto' }));
  const recorded = await call(`api/answers/${encodeURIComponent(answer.id)}`).catch(() => null);
  const passages = recorded?.ok ? (await recorded.json()).passages : [];
  if (passages.length && mine === tries) {
    result.append(el('h3', '', texts.ranked), el('ol', 'sources ranked', ...passages.slice(0, 10).map(passage => {
      const title = button(passage.section || passage.path, 'title',
        () => openSource({ path: passage.path, quote: passage.text.split('\n')[0], section: passage.section, isBeginning: true }, title));
      return el('li', 'source', el('div', 'named', title, el('span', 'small', fill(texts.score, passage.path, passage.score.toFixed(2)))));
    })));
  }
}

byId('try').addEventListener('submit', tryQuestion);
byId('filter').addEventListener('submit', event => event.preventDefault());
search.addEventListener('input', draw);
troubled.addEventListener('change', draw);
document.addEventListener('keydown', event => { if (event.key === 'Escape') closePanel(); });
document.addEventListener('visibilitychange', () => { if (!document.hidden) load(); });
// Live while files change; a long list less often.
(async function live() {
  if (!document.hidden) await load();
  setTimeout(live, all.length > 1000 ? 30_000 : 3_000);
})();
