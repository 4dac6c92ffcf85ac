// The last conversations, kept in this browser alone; each tab goes on with its own.
const name = 'briefbot-conversations';
const most = 20;
const mostTurns = 60;

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? '[]');
    return Array.isArray(kept) ? kept.filter(talk => talk && typeof talk.id === 'string' && Array.isArray(talk.turns)) : [];
  } catch {
    return [];
  }
}

function write(talks) {
  for (let kept = talks.slice(0, most); ; kept = kept.slice(0, -1)) {
    try {
      localStorage.setItem(name, JSON.stringify(kept));
      return;
    } catch {
      if (kept.length <= 1) return; // no room, or not allowed: the page goes on without
    }
  }
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
    const known = sessionStorage.getItem(name);
    return (known && this.find(known)) || this.begin();
  },

  begin() {
    const talk = { id: newId(), at: Date.now(), turns: [] };
    this.open(talk);
    return talk;
  },

  open: talk => sessionStorage.setItem(name, talk.id),

  save(talk) {
    talk.at = Date.now();
    talk.turns = talk.turns.slice(-mostTurns);
    write([talk, ...read().filter(other => other.id !== talk.id)]);
  },

  forgetAll: () => localStorage.removeItem(name),
};
