// Puts the page together.
(() => {
  const get = (id) => document.getElementById(id);
  const search = new Search(JSON.parse(get('trace').textContent));
  const details = new Details(get('details'), search);
  let selected = search.root;
  let found = [];
  let foundAt = -1;
  let timer = null;

  const picture = new Picture(get('picture'), search, (node) => select(node));
  const outline = new Outline(get('outline'), search, (node, focus) => { select(node, focus); picture.show(node); });

  function select(node, focus) {
    selected = node;
    picture.selected = node;
    picture.draw();
    outline.select(node, focus);
    details.show(node);
  }

  function showMoment() {
    get('moment').value = search.moment;
    get('time').textContent = search.seconds(search.moment).toFixed(1) + ' s';
  }

  function go(moment) {
    search.go(moment);
    showMoment();
    outline.mark();
    details.show(selected);
    picture.draw();
  }

  function play(wanted) {
    clearInterval(timer);
    timer = null;
    get('play').textContent = wanted ? 'Pause' : 'Play';
    get('play').setAttribute('aria-pressed', String(wanted));
    if (!wanted) return;
    if (search.moment >= search.events.length) go(0);
    const stride = Math.max(1, Math.round(search.events.length / 300));
    timer = setInterval(() => {
      go(Math.min(search.events.length, search.moment + stride));
      if (search.moment >= search.events.length) play(false);
    }, 50);
  }

  function find(next) {
    const query = get('query').value.trim();
    if (!next) {
      found = search.matches(query);
      foundAt = -1;
      picture.found = new Set(found);
    }
    if (found.length && next) {
      foundAt = (foundAt + next + found.length) % found.length;
      select(found[foundAt]);
      picture.show(found[foundAt]);
    }
    get('found').textContent = query ? (foundAt >= 0 ? foundAt + 1 + ' of ' : '') + found.length : '';
    picture.draw();
  }

  function move(key) {
    const siblings = selected.parent ? selected.parent.children : [selected];
    const next = {
      ArrowLeft: selected.parent,
      ArrowRight: selected.children[0],
      ArrowUp: siblings[selected.place - 1],
      ArrowDown: siblings[selected.place + 1],
    }[key];
    if (next) { select(next); picture.show(next); }
  }

  function theme(dark) {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
    get('theme').textContent = dark ? 'Light' : 'Dark';
    get('theme').setAttribute('aria-pressed', String(dark));
    picture.draw();
  }

  get('theme').onclick = () => theme(document.documentElement.dataset.theme !== 'dark');
  get('solution').textContent = search.solution ? 'Solution path' : 'Deepest path';
  get('solution').onclick = () => { select(search.last()); picture.show(selected); };
  get('fit').onclick = () => picture.fit();
  get('closer').onclick = () => picture.zoom(1.4);
  get('farther').onclick = () => picture.zoom(1 / 1.4);
  get('play').onclick = () => play(!timer);
  get('moment').max = search.events.length;
  get('moment').oninput = () => { play(false); go(Number(get('moment').value)); };
  get('query').oninput = () => find(0);
  get('query').onkeydown = (e) => { if (e.key === 'Enter') find(e.shiftKey ? -1 : 1); };
  get('picture').addEventListener('keydown', (e) => {
    if (e.key.startsWith('Arrow')) { e.preventDefault(); move(e.key); }
  });
  document.addEventListener('keydown', (e) => {
    if (e.target.matches('input, button') || e.ctrlKey || e.metaKey || e.altKey) return;
    const action = {
      '+': () => picture.zoom(1.4), '=': () => picture.zoom(1.4), '-': () => picture.zoom(1 / 1.4),
      0: () => picture.fit(), '/': () => get('query').focus(), ' ': () => play(!timer),
    }[e.key];
    if (action) { e.preventDefault(); action(); }
  });

  const spent = search.end ? search.end.statistics : null;
  get('summary').textContent = (search.end ? search.end.outcome : 'not ended') + ', ' + search.nodes.size + ' prefixes'
    + (spent ? `, ${spent.expansions} expansions, ${spent.tokens} tokens, ${spent.verifierCalls} verifier calls, ${spent.totalSeconds.toFixed(1)} s` : '')
    + `; ${search.header.settings.strategy.toLowerCase()}, seed ${search.header.settings.seed}, model ${search.header.model.id}`;
  theme(matchMedia('(prefers-color-scheme: dark)').matches);
  showMoment();
  select(search.solution ? search.last() : search.root);
  picture.fit();
})();
