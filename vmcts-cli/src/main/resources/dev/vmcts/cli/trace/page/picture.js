// The tree on a canvas: depth to the right, one row a leaf.
class Picture {
  constructor(canvas, search, selected) {
    this.canvas = canvas;
    this.search = search;
    this.onSelect = selected;
    this.selected = search.root;
    this.found = new Set();
    this.scale = 1;
    this.x = 30;
    this.y = 30;
    this.place();
    this.listen();
  }

  // Positions of all nodes, children below one another and parents in the middle; without recursion, trees are deep.
  place() {
    const order = [];
    const stack = [this.search.root];
    while (stack.length) {
      const node = stack.pop();
      order.push(node);
      for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]);
    }
    let row = 0;
    for (const node of order) if (!node.children.length) node.row = row++;
    for (let i = order.length - 1; i >= 0; i--) {
      const children = order[i].children;
      if (children.length) order[i].row = (children[0].row + children[children.length - 1].row) / 2;
    }
    this.order = order;
    this.rows = row;
    this.levels = order.reduce((most, node) => Math.max(most, node.level), 0) + 1;
  }

  // Pixels between levels: in a tall tree seen from afar they stay as far apart as the width allows.
  column() { return Math.max(200 * this.scale, Math.min(100, (this.canvas.clientWidth - 80) / this.levels)); }

  where(node) { return { x: this.x + node.level * this.column(), y: this.y + node.row * 24 * this.scale }; }

  fit() {
    const box = this.canvas.getBoundingClientRect();
    const width = this.levels * 200 + 60;
    const height = this.rows * 24 + 40;
    this.scale = Math.min(1.5, Math.max(0.002, Math.min(box.width / width, box.height / height)));
    this.x = 30;
    this.y = Math.max(20, (box.height - (height - 40) * this.scale) / 2);
    this.draw();
  }

  show(node) {
    const box = this.canvas.getBoundingClientRect();
    this.scale = Math.max(this.scale, 0.6);
    this.x = box.width / 3 - node.level * this.column();
    this.y = box.height / 2 - node.row * 24 * this.scale;
    this.draw();
  }

  zoom(factor, px, py) {
    const box = this.canvas.getBoundingClientRect();
    const cx = px ?? box.width / 2;
    const cy = py ?? box.height / 2;
    const { scale } = this;
    const column = this.column();
    this.scale = Math.min(6, Math.max(0.002, scale * factor));
    this.x = cx - (cx - this.x) * (this.column() / column);
    this.y = cy - (cy - this.y) * (this.scale / scale);
    this.draw();
  }

  draw() {
    if (!this.waiting) {
      this.waiting = true;
      requestAnimationFrame(() => { this.waiting = false; this.paint(); });
    }
  }

  colors() {
    const style = getComputedStyle(document.documentElement);
    const get = (name) => style.getPropertyValue('--' + name).trim();
    return Object.fromEntries(['back', 'text', 'quiet', 'good', 'even', 'bad', 'path', 'edge', 'found', 'accent']
      .map((name) => [name, get(name)]));
  }

  paint() {
    const { canvas, search } = this;
    const ratio = window.devicePixelRatio || 1;
    const box = canvas.getBoundingClientRect();
    canvas.width = Math.round(box.width * ratio);
    canvas.height = Math.round(box.height * ratio);
    const g = canvas.getContext('2d');
    g.scale(ratio, ratio);
    const color = this.colors();
    const column = this.column();
    const where = (node) => ({ x: this.x + node.level * column, y: this.y + node.row * 24 * this.scale });
    const edge = (node, stroke, width) => {
      const a = where(node.parent);
      const b = where(node);
      if (Math.max(a.y, b.y) < -20 || Math.min(a.y, b.y) > box.height + 20 || b.x < 0 || a.x > box.width) return;
      g.strokeStyle = stroke;
      g.lineWidth = width;
      g.beginPath();
      g.moveTo(a.x, a.y);
      g.bezierCurveTo(a.x + column / 8, b.y, a.x + column / 8, b.y, b.x, b.y);
      g.stroke();
    };
    const shown = this.order.filter((node) => search.there(node));
    for (const node of shown) if (node.parent) edge(node, color.edge, 1);
    for (const node of shown) if (node.parent && search.path.has(node)) edge(node, color.path, 3);
    const size = Math.max(9, Math.min(13, 12 * this.scale));
    g.font = size + 'px ui-monospace, "DejaVu Sans Mono", monospace';
    g.textBaseline = 'middle';
    for (const node of shown) {
      const { x, y } = where(node);
      if (x < -1.1 * column || x > box.width + 10 || y < -12 || y > box.height + 12) continue;
      const radius = Math.max(1, Math.min(8, 2.5 + Math.log2(1 + node.visits)) * Math.min(1, this.scale + 0.2));
      const mean = search.mean(node);
      g.beginPath();
      g.arc(x, y, radius, 0, 7);
      g.fillStyle = mean > 0.05 ? color.good : mean < -0.05 ? color.bad : color.even;
      g.fill();
      const ring = node === this.selected ? color.accent : this.found.has(node) ? color.found : null;
      if (ring) {
        g.strokeStyle = ring;
        g.lineWidth = 3;
        g.beginPath();
        g.arc(x, y, radius + 3, 0, 7);
        g.stroke();
      }
      if (this.scale > 0.33) {
        const label = search.label(node);
        const room = node.children.length ? Math.floor(200 * this.scale / (0.62 * size)) : 60;
        g.fillStyle = search.path.has(node) ? color.path : color.text;
        g.fillText(label.length > room ? label.slice(0, room - 1) + '\u2026' : label, x + radius + 5, y - (node.children.length ? 8 * this.scale : 0));
      }
    }
  }

  hit(px, py) {
    let best = null;
    let least = 20 * 20;
    for (const node of this.order) {
      if (!this.search.there(node)) continue;
      const at = this.where(node);
      const distance = (at.x - px) ** 2 + (at.y - py) ** 2;
      if (distance < least) { least = distance; best = node; }
    }
    return best;
  }

  listen() {
    let from = null;
    let moved = false;
    this.canvas.addEventListener('pointerdown', (e) => {
      from = { x: e.offsetX - this.x, y: e.offsetY - this.y, sx: e.offsetX, sy: e.offsetY };
      moved = false;
      this.canvas.setPointerCapture(e.pointerId);
    });
    this.canvas.addEventListener('pointermove', (e) => {
      if (!from) return;
      moved = moved || Math.hypot(e.offsetX - from.sx, e.offsetY - from.sy) > 4;
      if (moved) { this.x = e.offsetX - from.x; this.y = e.offsetY - from.y; this.draw(); }
    });
    this.canvas.addEventListener('pointerup', (e) => {
      const node = moved ? null : this.hit(e.offsetX, e.offsetY);
      from = null;
      if (node) this.onSelect(node);
    });
    this.canvas.addEventListener('wheel', (e) => {
      e.preventDefault();
      this.zoom(Math.exp(-e.deltaY / 400), e.offsetX, e.offsetY);
    }, { passive: false });
    new ResizeObserver(() => this.draw()).observe(this.canvas);
  }
}
