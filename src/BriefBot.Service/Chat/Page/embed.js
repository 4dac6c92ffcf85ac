// A small widget for other sites: <script src="https://bot.example.org/embed.js" defer></script>, where Http:AllowedOrigins names the site.
// Attributes of the script: data-title, data-greeting, data-key (where the service asks for one: it is then public).
(() => {
  'use strict';
  const script = document.currentScript;
  const base = new URL('.', script.src);
  const texts = '{{texts}}'; // The service puts the texts of PageTexts.resx here that are named below.
  const { title = texts.ask, greeting = texts.widgetGreeting, key } = script.dataset;
  const conversation = Array.from(crypto.getRandomValues(new Uint8Array(16)), b => b.toString(16).padStart(2, '0')).join('');
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });

  // Whatever comes from the service becomes a text node, never markup.
  const el = (tag, className, ...children) => {
    const node = document.createElement(tag);
    if (className) node.className = className;
    node.append(...children.filter(child => child !== null && child !== undefined && child !== ''));
    return node;
  };
  const button = (label, className, onClick) => {
    const node = el('button', className, label);
    node.type = 'button';
    node.addEventListener('click', onClick);
    return node;
  };
  const link = (text, address) => {
    let url = null;
    try { url = new URL(address); } catch { /* none */ }
    if (!url || !/^https?:$/.test(url.protocol)) return el('span', '', text);
    return Object.assign(el('a', '', text), { href: url.href, target: '_blank', rel: 'noopener noreferrer nofollow' });
  };

  const style = new CSSStyleSheet();
  style.replaceSync(`
    :host { all: initial; color-scheme: light dark; --g: #fff; --t: #1f2328; --m: #596270; --l: #dcdad4; --a: #0b5c8a; --o: #fff; --q: #e3edf3; }
    @media (prefers-color-scheme: dark) { :host { --g: #1c2026; --t: #e6e8eb; --m: #a5aeba; --l: #323842; --a: #7cc0ee; --o: #0d1a23; --q: #223442; } }
    * { box-sizing: border-box; font: 1rem/1.5 system-ui, sans-serif; }
    .open, .panel { position: fixed; right: 1rem; bottom: 1rem; z-index: 2147483000; }
    .open { padding: .7rem 1.2rem; background: var(--a); color: var(--o); border: 0; border-radius: 2rem; font-weight: 600; cursor: pointer; box-shadow: 0 .25rem 1rem #0004; }
    .panel { display: flex; flex-direction: column; width: min(26rem, calc(100vw - 2rem)); height: min(36rem, calc(100vh - 2rem)); background: var(--g); color: var(--t); border: 1px solid var(--l); border-radius: .8rem; box-shadow: 0 .5rem 2rem #0004; }
    [hidden] { display: none !important; }
    .head { display: flex; justify-content: space-between; align-items: center; padding: .6rem .9rem; border-bottom: 1px solid var(--l); font-weight: 600; }
    .head button { background: none; border: 0; color: inherit; cursor: pointer; min-width: 2rem; min-height: 2rem; }
    .log { flex: 1; overflow: auto; padding: .9rem; overflow-wrap: anywhere; }
    .log > * + * { margin-top: .7rem; }
    .own { width: fit-content; max-width: 90%; margin-left: auto; padding: .4rem .8rem; background: var(--q); border-radius: .8rem; white-space: pre-wrap; }
    .said { white-space: pre-wrap; }
    .small, .small * { font-size: .8125rem; color: var(--m); }
    strong { font-weight: 650; }
    pre { overflow-x: auto; padding: .5rem; background: var(--q); border-radius: .4rem; font-family: ui-monospace, monospace; font-size: .875rem; }
    a { color: var(--a); }
    form { display: flex; gap: .5rem; padding: .6rem; border-top: 1px solid var(--l); }
    input { flex: 1; min-width: 0; padding: .45rem .7rem; color: inherit; background: transparent; border: 1px solid var(--m); border-radius: .5rem; }
    form button { padding: .45rem .9rem; background: var(--a); color: var(--o); border: 0; border-radius: .5rem; font-weight: 600; cursor: pointer; }
    :focus-visible { outline: 2px solid var(--a); outline-offset: 2px; }
  `);
  root.adoptedStyleSheets = [style];

  const log = el('div', 'log', el('p', 'small', greeting));
  log.setAttribute('role', 'log');
  log.tabIndex = 0;
  const input = Object.assign(el('input'), { placeholder: texts.yourQuestion });
  input.setAttribute('aria-label', texts.yourQuestion);
  input.dir = 'auto';
  const form = el('form', '', input, Object.assign(el('button', '', texts.ask), { type: 'submit' }));
  const close = button('✕', '', () => show(false));
  close.setAttribute('aria-label', texts.close);
  const panel = el('div', 'panel', el('div', 'head', title, close), log, form);
  panel.setAttribute('role', 'dialog');
  panel.setAttribute('aria-label', title);
  panel.hidden = true;
  const open = button(title, 'open', () => show(true));

  function show(isOpen) {
    panel.hidden = !isOpen;
    open.hidden = isOpen;
    (isOpen ? input : open).focus();
  }

  function sentence({ text, lead, highlights, citations, isCode }) {
    const numbers = (citations ?? []).map(number => `[${number}]`).join('');
    if (isCode) return [el('pre', '', text), numbers, ' '];
    const out = lead ? [el('strong', '', lead), ' '] : [];
    let from = 0;
    for (const { start, length } of highlights ?? []) {
      out.push(text.slice(from, start), el('strong', '', text.slice(start, start + length)));
      from = start + length;
    }
    return [...out, text.slice(from), ' ', numbers, ' '];
  }

  function drawn(answer) {
    const sentences = answer.sentences ?? [];
    const said = (answer.parts ?? []).flatMap(part => [
      sentences[part.lines[0].sentence].isSure ? null : el('p', 'small', answer.doubt ?? texts.doubt),
      el('div', 'said', ...part.lines.flatMap(({ sentence: place, role, number }) =>
        role === 'text' ? sentence(sentences[place]) : [el('div', '', role === 'item' ? (number ? `${number}. ` : '• ') : '', ...sentence(sentences[place]))])),
      part.itemsLeft ? el('p', 'small', texts.itemsLeft.replace('{0}', part.itemsLeft)) : null]).filter(Boolean);
    const rows = new Map();
    for (const item of answer.citations ?? []) {
      const name = [item.title || item.path, item.section].filter(Boolean).join(' › ');
      const place = `${item.path}\n${name}`;
      rows.set(place, { name, url: item.url, numbers: `${rows.get(place)?.numbers ?? ''}[${item.number}]` });
    }
    const sources = [...rows.values()].map(({ name, url, numbers }) => el('div', 'small', `${numbers} `, link(name, url)));
    return said.length ? [...said, answer.reason ? el('p', 'said', answer.reason) : null, el('div', '', ...sources)]
      : [el('p', 'said', answer.reason || answer.text)];
  }

  // Takes the answer in the articles' words at once, and a model's in its place; what is there stays if the stream breaks off.
  async function answers(response, take) {
    if (!response.headers.get('Content-Type')?.startsWith('text/event-stream')) return take(await response.json());
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let [text, last] = ['', null];
    try {
      for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
        const blocks = (text + chunk.value).split('\n\n');
        text = blocks.pop();
        for (const block of blocks) {
          const data = /^event: answer\ndata: (.*)$/.exec(block)?.[1];
          if (data) last = JSON.parse(data);
          if (data && !last.lookingFurther) take(last);
        }
      }
    } catch (error) {
      if (!last) throw error;
    }
    if (!last) throw new Error('no answer');
    if (last.lookingFurther) take(last); // a refusal that no model replaced
  }

  async function ask(question) {
    const reply = el('div', 'reply', el('p', 'small', texts.looking));
    log.append(el('p', 'own', question), reply);
    log.lastChild.dir = log.lastChild.previousSibling.dir = 'auto';
    reply.scrollIntoView({ block: 'end' });
    try {
      const response = await fetch(new URL('api/ask', base), {
        method: 'POST', credentials: 'omit',
        headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream, application/json', ...(key ? { Authorization: `Bearer ${key}` } : {}) },
        body: JSON.stringify({ question, conversation }),
      });
      await answers(response, body => reply.replaceChildren(
        ...(response.ok ? drawn(body) : [el('p', 'said', body.detail ?? texts.wentWrong)]).filter(Boolean)));
    } catch {
      reply.replaceChildren(el('p', 'said', texts.notReached));
    }
    reply.previousElementSibling.scrollIntoView({ block: 'start' });
  }

  form.addEventListener('submit', event => {
    event.preventDefault();
    const question = input.value.trim();
    if (!question) return;
    input.value = '';
    ask(question);
  });
  panel.addEventListener('keydown', event => { if (event.key === 'Escape') show(false); });
  root.append(open, panel);
  document.body.append(host);
})();
