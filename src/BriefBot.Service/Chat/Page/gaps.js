// The page of unanswered questions, for editors.
import { byId, call, el, many } from './dom.js';

const day = time => new Date(time).toLocaleDateString([], { dateStyle: 'medium' });

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
  const response = await call(`api/gaps?since=${byId('days').value}`).catch(() => null);
  byId('gaps').replaceChildren();
  if (!response?.ok) {
    told.textContent = response?.status === 401 ? 'Enter the access key on the first page, then come back.'
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
