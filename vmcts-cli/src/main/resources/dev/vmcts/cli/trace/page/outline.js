// The tree as a list, after the ARIA pattern for trees. Branches are made when they are opened.
class Outline {
  constructor(list, search, selected) {
    this.list = list;
    this.search = search;
    this.onSelect = selected;
    this.items = new Map();
    list.append(this.item(search.root));
    list.addEventListener('click', (e) => this.click(e));
    list.addEventListener('keydown', (e) => this.key(e));
  }

  item(node) {
    const item = document.createElement('li');
    item.setAttribute('role', 'treeitem');
    item.setAttribute('aria-level', node.level + 1);
    item.setAttribute('aria-setsize', node.parent ? node.parent.children.length : 1);
    item.setAttribute('aria-posinset', node.place + 1);
    item.setAttribute('aria-selected', 'false');
    if (node.children.length) item.setAttribute('aria-expanded', 'false');
    item.tabIndex = node === this.search.root ? 0 : -1;
    item.node = node;
    item.classList.toggle('path', this.search.path.has(node));
    const row = document.createElement('span');
    row.className = 'row';
    row.textContent = '#' + node.id + ' ' + this.search.label(node);
    item.append(row);
    this.items.set(node, item);
    return item;
  }

  open(node, wanted) {
    const item = this.items.get(node);
    if (!item || !node.children.length || (item.getAttribute('aria-expanded') === 'true') === wanted) return;
    item.setAttribute('aria-expanded', String(wanted));
    if (wanted) {
      const group = document.createElement('ul');
      group.setAttribute('role', 'group');
      node.children.forEach((child) => group.append(this.item(child)));
      item.append(group);
      this.mark();
    } else {
      item.querySelectorAll('[role=treeitem]').forEach((li) => this.items.delete(li.node));
      item.querySelector('ul').remove();
    }
  }

  select(node, focus) {
    const chain = [];
    for (let n = node.parent; n; n = n.parent) chain.unshift(n);
    chain.forEach((n) => this.open(n, true));
    if (this.current) {
      this.current.setAttribute('aria-selected', 'false');
      this.current.tabIndex = -1;
    }
    this.current = this.items.get(node);
    this.current.setAttribute('aria-selected', 'true');
    this.current.tabIndex = 0;
    this.current.querySelector('.row').scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (focus) this.current.focus();
  }

  // Prefixes that are not there yet at the moment that is shown are pale.
  mark() {
    this.items.forEach((item, node) => item.classList.toggle('later', !this.search.there(node)));
  }

  click(e) {
    const item = e.target.closest('[role=treeitem]');
    if (!item) return;
    if (e.offsetX < 14 || item === this.current) this.open(item.node, item.getAttribute('aria-expanded') !== 'true');
    this.onSelect(item.node, true);
  }

  visible() { return [...this.list.querySelectorAll('[role=treeitem]')]; }

  key(e) {
    const item = e.target.closest('[role=treeitem]');
    if (!item) return;
    const node = item.node;
    const expanded = item.getAttribute('aria-expanded');
    let next = null;
    if (e.key === 'ArrowRight' && expanded === 'false') this.open(node, true);
    else if (e.key === 'ArrowRight' && expanded) next = node.children[0];
    else if (e.key === 'ArrowLeft' && expanded === 'true') this.open(node, false);
    else if (e.key === 'ArrowLeft') next = node.parent;
    else if (e.key === 'ArrowDown' || e.key === 'ArrowUp' || e.key === 'Home' || e.key === 'End') {
      const all = this.visible();
      const at = all.indexOf(item);
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[e.key];
      next = all[to] && all[to].node;
    } else return;
    e.preventDefault();
    e.stopPropagation();
    if (next) this.onSelect(next, true);
  }
}
