'use strict';
// The page of unanswered questions, for editors. Whatever comes from the server becomes a text node, never markup.

const byId = id => document.getElementById(id);

function el(tag, className, ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children.filter(child => child !== null && child !== ''));
  return node;
}

const day = time => new Date(time).toLocaleDateString([], { dateStyle: 'medium' });
const many = (count, one, more) => `${count} ${count === 1 ? one : more}`;

function row({ count, askers, last, samples, closest, remarks }) {
  return el('li', '',
    el('p', '', el('b', '', samples[0])),
    samples.length > 1 ? el('ul', 'small', ...samples.slice(1).map(sample => el('li', '', sample))) : null,
    el('p', 'small', `${many(count, 'question', 'questions')} by ${many(askers, 'person', 'people')}, last on ${day(last)}`),
    ...remarks.map(remark => el('p', 'small', `Told: ${remark}`)),
    closest ? el('p', 'small', `Closest: ${closest}`) : null);
}

async function show() {
  const told = byId('told');
  const key = localStorage.getItem('briefbot-key');
  const response = await fetch(`api/gaps?since=${byId('days').value}`, { headers: key ? { Authorization: `Bearer ${key}` } : {} }).catch(() => null);
  byId('gaps').replaceChildren();
  if (!response?.ok) {
    told.textContent = response?.status === 401 ? 'Enter the key on the page of BriefBot first, then come back.'
      : response?.status === 404 ? 'Questions are not kept here: Memory:Enabled or Memory:Questions is off.'
      : 'The questions can’t be read just now. Try again.';
    return;
  }
  const { questions, gaps } = await response.json();
  told.textContent = questions ? `${many(questions, 'question', 'questions')} without a sure answer, in ${many(gaps.length, 'group', 'groups')}. A group goes when an article answers it.`
    : 'All questions had a sure answer.';
  byId('gaps').append(...gaps.map(row));
}

byId('days').addEventListener('change', show);
show();
