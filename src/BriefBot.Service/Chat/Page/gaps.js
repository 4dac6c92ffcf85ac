// The page of unanswered questions, for editors.
import { byId, call, el, fill, count } from './dom.js';
import texts from './texts.js';

const day = time => new Date(time).toLocaleDateString([], { dateStyle: 'medium' });

function row({ count: asked, askers, last, samples, closest, remarks }) {
  return el('li', '',
    el('p', '', el('b', '', samples[0])),
    samples.length > 1 ? el('ul', 'small', ...samples.slice(1).map(sample => el('li', '', sample))) : null,
    el('p', 'small', fill(texts.gapAbout, count(texts.questionCount, asked), count(texts.personCount, askers), day(last))),
    ...remarks.map(remark => el('p', 'small', fill(texts.told, remark))),
    closest ? el('p', 'small', fill(texts.closestIs, closest)) : null);
}

async function show() {
  const told = byId('told');
  const response = await call(`api/gaps?since=${byId('days').value}`).catch(() => null);
  byId('gaps').replaceChildren();
  if (!response?.ok) {
    told.textContent = response?.status === 401 ? texts.keyFirst
      : response?.status === 404 ? texts.gapsNotKept
      : texts.gapsNotRead;
    return;
  }
  const { questions, gaps } = await response.json();
  told.textContent = questions ? fill(texts.gapsAbout, count(texts.questionCount, questions), count(texts.groupCount, gaps.length))
    : texts.noGaps;
  byId('gaps').append(...gaps.map(row));
}

byId('days').addEventListener('change', show);
show();
