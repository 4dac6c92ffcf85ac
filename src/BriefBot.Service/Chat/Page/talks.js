// The last conversations, kept in this browser alone; each tab goes on with its own.
import { storage } from './dom.js';

const name = 'briefbot-conversations';
const most = 20;
const mostTurns = 60;
const forgotten = `${name}-deleted-at`;
const [local, session] = [storage('localStorage'), storage('sessionStorage')];

const isTurn = turn => typeof turn?.question === 'string' && typeof turn.body?.outcome === 'string';

function read() {
  try {
    const kept = JSON.parse(local.get(name) ?? '[]');
    return Array.isArray(kept) ? kept.filter(talk => typeof talk?.id === 'string' && Array.isArray(talk.turns) && Number.isFinite(talk.at))
      .map(talk => ({ ...talk, turns: talk.turns.filter(isTurn) })) : [];
  } catch {
    return [];
  }
}

function write(talks) {
  for (let kept = talks.slice(0, most); kept.length && !local.set(name, JSON.stringify(kept)); kept = kept.slice(0, -1));
}

export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID(); // missing where the page is not on loopback or https
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), b => b.toString(16).padStart(2, '0')).join('');
}

export const talks = {
  all: read,
  find: id => read().find(talk => talk.id === id) ?? null,

  // The conversation of this tab, or a new one.
  current() {
    const known = session.get(name);
    return (known && this.find(known)) || this.begin();
  },

  begin() {
    const talk = { id: newId(), at: Date.now(), turns: [] };
    this.open(talk);
    return talk;
  },

  open: talk => session.set(name, talk.id),

  // Keeps a turn with those that another tab has added meanwhile; without those that were deleted meanwhile, and not if it was itself.
  save(talk, turn) {
    if (turn.at <= Number(local.get(forgotten) ?? 0)) return;
    const stored = this.find(talk.id);
    const kept = stored?.turns ?? (talk.isKept ? [] : talk.turns);
    talk.turns = [...kept.filter(other => other.reply !== turn.reply), turn].sort((a, b) => (a.at ?? 0) - (b.at ?? 0)).slice(-mostTurns);
    [talk.at, talk.isKept] = [Date.now(), true];
    write([talk, ...read().filter(other => other.id !== talk.id)]);
  },

  forgetAll() {
    local.remove(name);
    local.set(forgotten, String(Date.now()));
  },
};
